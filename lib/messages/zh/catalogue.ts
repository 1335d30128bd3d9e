// The Chinese message catalogue (i18n): a message that English has and this has not does not compile.

import type { en } from '#lib/messages/en/catalogue.ts'
import { answers } from '#lib/messages/zh/answers.ts'
import { changes } from '#lib/messages/zh/changes.ts'
import { charts } from '#lib/messages/zh/charts.ts'
import { citations } from '#lib/messages/zh/citations.ts'
import { clocks } from '#lib/messages/zh/clocks.ts'
import { commitment } from '#lib/messages/zh/commitment.ts'
import { commitments } from '#lib/messages/zh/commitments.ts'
import { corrections } from '#lib/messages/zh/corrections.ts'
import { dashboard } from '#lib/messages/zh/dashboard.ts'
import { entries } from '#lib/messages/zh/entries.ts'
import { evidence } from '#lib/messages/zh/evidence.ts'
import { frame } from '#lib/messages/zh/frame.ts'
import { ledger } from '#lib/messages/zh/ledger.ts'
import { liveChecks } from '#lib/messages/zh/live-checks.ts'
import { methodology } from '#lib/messages/zh/methodology.ts'
import { progress } from '#lib/messages/zh/progress.ts'
import { report } from '#lib/messages/zh/report.ts'
import { rewording } from '#lib/messages/zh/rewording.ts'
import { search } from '#lib/messages/zh/search.ts'
import { sharing } from '#lib/messages/zh/sharing.ts'
import { sources } from '#lib/messages/zh/sources.ts'
import { statements } from '#lib/messages/zh/statements.ts'
import { summits } from '#lib/messages/zh/summits.ts'

export const zh: Same<typeof en> = {
  answers,
  changes,
  charts,
  citations,
  clocks,
  commitment,
  commitments,
  corrections,
  dashboard,
  entries,
  evidence,
  frame,
  ledger,
  liveChecks,
  methodology,
  progress,
  report,
  rewording,
  statements,
  search,
  sharing,
  sources,
  summits,
}

type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> }
