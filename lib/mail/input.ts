// What people may send about messages.

import { z } from 'zod'
import { id } from '#lib/forms.ts'

export const MessageInput = z.object({ id })
