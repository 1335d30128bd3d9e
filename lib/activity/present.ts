// CSV export of the activity list (the audit log): its columns and rows.

import type { Noted } from '#lib/activity/read.ts'
import { activityInWords } from '#lib/activity/rules.ts'

export const activityColumns = ['when', 'who', 'what', 'kind', 'about', 'address', 'device'] as const

/** One note as the cells of a row, in the order of `columns`. */
export function activityRow(noted: Noted): string[] {
  const { at, by, kind, about, address, device } = noted
  return [at.toISOString(), by ?? '', activityInWords(kind), kind, about ?? '', address ?? '', device ?? '']
}
