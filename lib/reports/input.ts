// What a reader may report, and how a reviewer decides it.

import { z } from 'zod'
import { isRef } from '#lib/commitments/rules.ts'
import { id, isPlain, optionalText } from '#lib/forms/parse.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

export const longest = { text: 4_000, contact: 200 }

/** A report, with its faults in the reader's language. `trap` is a field that people are told to leave empty. */
export function ReportInput(language: Language) {
  const t = wordsOf(language, 'report')
  const typed = (max: number) =>
    z
      .string({ error: t('missing') })
      .max(max, t('tooLong', { max }))
      .refine(isPlain, t('notPlain'))
      .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
  // Carried along to show reviewers the same page: what is no clock is dropped.
  const clock = z
    .string()
    .regex(/^[\d:.TZ+-]{1,40}$/)
    .optional()
    .catch(undefined)
  return z.object({
    ref: z.string().refine(isRef, t('missing')),
    on: clock,
    known: clock,
    text: typed(longest.text).refine((text) => text !== '', t('missing')),
    contact: typed(longest.contact)
      .optional()
      .transform((text) => text || null),
    trap: z.literal('', { error: t('trapped') }).optional(),
  })
}
export type Reported = Omit<z.output<ReturnType<typeof ReportInput>>, 'trap'>

/** Each report of the list has its note under its own name: two fields of one name would be one to who hears the page. */
export const DecisionInput = z
  .object({
    id,
    outcome: z.enum(['RESOLVED', 'DISMISSED'], { error: 'Say whether it is put right or dismissed.' }),
    notes: z.record(id, optionalText(1_000)).optional(),
  })
  .transform(({ notes, ...decision }) => ({ ...decision, note: notes?.[decision.id] ?? null }))
