// The due date of a commitment, with its precision: a day, a month or a year.

import { z } from 'zod'
import { field } from '#lib/commitments/field-kinds.ts'
import { asTyped, dateInWords, dateOf, edtf, firstDay } from '#lib/dates.ts'
import { day } from '#lib/forms/parse.ts'

type Due = { on: string; precision: 'DAY' | 'MONTH' | 'YEAR' } | null
const asFarAsKnown = 'Write the date like 2024-05-14, or only 2024-05 or 2024.'
const precision = z.enum(['DAY', 'MONTH', 'YEAR'])

const dueFrom = (text: string | null): Due => {
  const read = text === null ? undefined : asTyped(text)
  return read ? { on: read.day, precision: read.precision } : null
}

/** From what was typed; what is no date stays as it is, for `schema` to refuse it. */
function typedDue(typed: unknown): unknown {
  const text = typeof typed === 'string' ? typed.trim() : null
  return text ? (dueFrom(text) ?? typed) : text === '' ? null : typed
}

export const due = field({
  key: 'due',
  schema: z
    .object({ on: day, precision }, asFarAsKnown)
    .nullish()
    .transform((due): Due => due ?? null),
  // The ledger holds it as it was sent; the database is asked for as much of the date as is known.
  kept: z.union([z.string(), z.object({ on: z.string(), precision })]).nullable(),
  read: (due) => dueFrom(typeof due === 'string' ? due : due && edtf(due.on, due.precision)),
  columns: (due) => ({
    dueOn: due ? dateOf(firstDay(due.on, due.precision)) : null,
    duePrecision: due?.precision ?? ('DAY' as const),
  }),
  inputs: [
    {
      name: 'due',
      label: 'Due',
      hint: 'As far as it is known: 2024-05-14, 2024-05 or 2024',
      isOptional: true,
    },
  ],
  toForm: (due) => ({ due: due ? edtf(due.on, due.precision) : '' }),
  fromForm: typedDue,
  headers: [{ name: 'due', words: 'Due', also: 'due_on due_date deadline by 期限 截止日期 到期 到期日' }],
  toCells: (due) => [due ? edtf(due.on, due.precision) : ''],
  fromCells: ([cell], base = null) => typedDue(cell ?? base),
  toJson: (due) => due && edtf(due.on, due.precision),
  facts: (due) => [['Due', due ? dateInWords(due.on, due.precision) : undefined]],
  wording: (due, t, language) =>
    due ? [t('due', { date: dateInWords(due.on, due.precision, language) })] : [],
})
