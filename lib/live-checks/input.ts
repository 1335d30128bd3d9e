// What people may send about looks at live pages.

import { z } from 'zod'
import { id } from '#lib/forms/parse.ts'

export const LiveCheckInput = z.object({ id })
