// All parts of the English texts; zh/catalogue.ts has the same.

import { charts } from '#lib/messages/en/charts.ts'
import { clocks } from '#lib/messages/en/clocks.ts'
import { commitments } from '#lib/messages/en/commitments.ts'
import { dashboard } from '#lib/messages/en/dashboard.ts'
import { entries } from '#lib/messages/en/entries.ts'
import { evidence } from '#lib/messages/en/evidence.ts'
import { frame } from '#lib/messages/en/frame.ts'
import { progress } from '#lib/messages/en/progress.ts'

export const en = { charts, clocks, commitments, dashboard, entries, evidence, frame, progress } as const
