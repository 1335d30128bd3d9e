// All parts of the English texts; zh/catalogue.ts has the same.

import { clocks } from '#lib/messages/en/clocks.ts'
import { entries } from '#lib/messages/en/entries.ts'
import { evidence } from '#lib/messages/en/evidence.ts'
import { frame } from '#lib/messages/en/frame.ts'

export const en = { clocks, entries, evidence, frame } as const
