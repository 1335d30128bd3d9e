// What people may send about messages.

import { z } from 'zod'
import { id } from '#lib/forms/parse.ts'

export const MessageInput = z.object({ id })
