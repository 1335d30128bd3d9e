// The activity list as rows for people's spreadsheets.

import type { Noted } from '#lib/activity/read.ts'
import { kindInWords } from '#lib/activity/rules.ts'

export const columns = ['when', 'who', 'what', 'kind', 'about', 'address', 'device'] as const

/** One note as the cells of a row, in the order of `columns`. */
export function rowOf(noted: Noted): string[] {
  const { at, by, kind, about, address, device } = noted
  return [at.toISOString(), by ?? '', kindInWords(kind), kind, about ?? '', address ?? '', device ?? '']
}
