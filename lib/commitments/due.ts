// A due date with its precision (EDTF level 0): a day, a month or a year, read from what was typed or imported.

import { z } from 'zod'
import { asTyped } from '#lib/dates.ts'

export type Due = { on: string; precision: 'DAY' | 'MONTH' | 'YEAR' } | null
export const asFarAsKnown = 'Write the date like 2024-05-14, or only 2024-05 or 2024.'
export const precision = z.enum(['DAY', 'MONTH', 'YEAR'])

/** From text in EDTF; null where there is none. */
export const dueFrom = (text: string | null): Due => {
  const read = text === null ? undefined : asTyped(text)
  return read ? { on: read.day, precision: read.precision } : null
}

/** From what was typed; what is no date stays as it is, for `schema` to refuse it. */
export function typedDue(typed: unknown): unknown {
  const text = typeof typed === 'string' ? typed.trim() : null
  return text ? (dueFrom(text) ?? typed) : text === '' ? null : typed
}
