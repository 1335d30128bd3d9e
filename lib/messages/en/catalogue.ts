// All parts of the English texts; zh/catalogue.ts has the same.

import { clocks } from '#lib/messages/en/clocks.ts'
import { frame } from '#lib/messages/en/frame.ts'

export const en = { clocks, frame } as const
