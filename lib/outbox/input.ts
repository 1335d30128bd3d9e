// What people may send about the e-mails of the outbox.

import { z } from 'zod'
import { id } from '#lib/forms/parse.ts'

export const MessageInput = z.object({ id })
