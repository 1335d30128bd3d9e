// The English message catalogue (i18n): all its parts; zh/catalogue.ts has the same.

import { answers } from '#lib/messages/en/answers.ts'
import { changes } from '#lib/messages/en/changes.ts'
import { charts } from '#lib/messages/en/charts.ts'
import { citations } from '#lib/messages/en/citations.ts'
import { clocks } from '#lib/messages/en/clocks.ts'
import { commitment } from '#lib/messages/en/commitment.ts'
import { commitments } from '#lib/messages/en/commitments.ts'
import { corrections } from '#lib/messages/en/corrections.ts'
import { dashboard } from '#lib/messages/en/dashboard.ts'
import { entries } from '#lib/messages/en/entries.ts'
import { evidence } from '#lib/messages/en/evidence.ts'
import { frame } from '#lib/messages/en/frame.ts'
import { ledger } from '#lib/messages/en/ledger.ts'
import { liveChecks } from '#lib/messages/en/live-checks.ts'
import { methodology } from '#lib/messages/en/methodology.ts'
import { progress } from '#lib/messages/en/progress.ts'
import { report } from '#lib/messages/en/report.ts'
import { rewording } from '#lib/messages/en/rewording.ts'
import { search } from '#lib/messages/en/search.ts'
import { sharing } from '#lib/messages/en/sharing.ts'
import { sources } from '#lib/messages/en/sources.ts'
import { statements } from '#lib/messages/en/statements.ts'
import { summits } from '#lib/messages/en/summits.ts'

export const en = {
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
} as const
