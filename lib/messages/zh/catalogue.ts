// All parts of the Chinese texts: a message that English has and this has not does not compile.

import type { en } from '#lib/messages/en/catalogue.ts'
import { clocks } from '#lib/messages/zh/clocks.ts'
import { entries } from '#lib/messages/zh/entries.ts'
import { evidence } from '#lib/messages/zh/evidence.ts'
import { frame } from '#lib/messages/zh/frame.ts'

export const zh: Same<typeof en> = { clocks, entries, evidence, frame }

type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> }
