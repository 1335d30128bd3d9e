// Commitments as the rows of a table that people take with them.

import { escapedCell } from '#lib/commitments/cells.ts'
import type { ExportedCommitment } from '#lib/commitments/search.ts'
import type { Localised } from '#lib/languages.ts'

export const columns = [
  'ref',
  'summit',
  'area',
  'parties',
  'title_en',
  'title_zh',
  'text_en',
  'text_zh',
  'made_on',
  'due',
  'review_every_days',
  'criteria_en',
  'criteria_zh',
  'status',
  'status_since',
] as const

/** One commitment as the cells of a row, in the order of `columns`. Lists are separated by semicolons, criteria by lines. */
export function rowOf(found: ExportedCommitment): string[] {
  const { ref, summit, area, parties, title, text, madeOn, due, reviewEveryDays, criteria } = found
  // The nth line of each language is the nth criterion: one that is missing leaves its line empty.
  const lines = (language: keyof Localised) =>
    criteria.some((each) => each[language]) ? criteria.map((each) => each[language] ?? '').join('\n') : ''
  return [
    ref,
    summit,
    area,
    parties.join(';'),
    title.en ?? '',
    title.zh ?? '',
    text.en ?? '',
    text.zh ?? '',
    madeOn,
    due ?? '',
    String(reviewEveryDays),
    lines('en'),
    lines('zh'),
    found.status ?? '',
    found.statusSince ?? '',
  ].map(escapedCell)
}

/** The same as JSON, field by field. */
export function presentCommitment(found: ExportedCommitment) {
  const { ref, summit, area, parties, title, text, madeOn, due, reviewEveryDays, criteria } = found
  const { status, statusSince } = found
  return {
    ref,
    summit,
    area,
    parties,
    title,
    text,
    madeOn,
    due,
    reviewEveryDays,
    criteria,
    status,
    statusSince,
  }
}
