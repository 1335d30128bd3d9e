// All parts of the Chinese texts: a message that English has and this has not does not compile.

import type { en } from '#lib/messages/en/catalogue.ts'
import { charts } from '#lib/messages/zh/charts.ts'
import { clocks } from '#lib/messages/zh/clocks.ts'
import { commitments } from '#lib/messages/zh/commitments.ts'
import { dashboard } from '#lib/messages/zh/dashboard.ts'
import { entries } from '#lib/messages/zh/entries.ts'
import { evidence } from '#lib/messages/zh/evidence.ts'
import { frame } from '#lib/messages/zh/frame.ts'
import { progress } from '#lib/messages/zh/progress.ts'

export const zh: Same<typeof en> = {
  charts,
  clocks,
  commitments,
  dashboard,
  entries,
  evidence,
  frame,
  progress,
}

type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> }
