// What people may send about live checks.

import { z } from 'zod'
import { id } from '#lib/forms/parse.ts'

export const LiveCheckInput = z.object({ id })
