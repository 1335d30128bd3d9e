// What may be said of a commitment.

import { z } from 'zod'
import { byField, facts } from '#lib/commitments/record.ts'
import { edtf } from '#lib/dates.ts'
import { id, line, optionalLine, version } from '#lib/forms/parse.ts'
import { parseForm } from '#lib/forms/sentences.ts'
import { slugOf } from '#lib/slugs.ts'

type Dates = Pick<z.output<z.ZodObject<typeof facts>>, 'due' | 'madeOn'>
const isInOrder = ({ due, madeOn }: Dates) => {
  const asKnown = due ? edtf(due.on, due.precision) : ''
  return asKnown === '' || asKnown >= madeOn.slice(0, asKnown.length)
}
const order = { path: ['due'], error: 'This is before the day on which it was promised.' }

export const CommitmentInput = z.object(facts).refine(isInOrder, order)
export const CommitmentAmendment = z.object({ ...facts, id, version }).refine(isInOrder, order)
const ref = line(40, 'Write its reference, like WOODSIDE-1.').transform((text) => text.toUpperCase())

/** The form of a commitment: a row for each criterion; a due date as far as it is known; perhaps a new area. */
export const CommitmentForm = z
  .object({ newArea: optionalLine(120), areaSlug: z.string().default('') })
  .loose()
  .transform(({ newArea, ...form }, context) => {
    const areaSlug = newArea ? slugOf(newArea) : form.areaSlug
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (areaSlug === '') fault('areaSlug', 'Choose an area, or name a new one in English.')
    const sent: Record<string, unknown> = { ...form, areaSlug }
    const read = parseForm(
      CommitmentInput,
      byField((field) => field.fromForm(sent[field.key])),
    )
    for (const { path, message } of read.error?.issues ?? [])
      context.addIssue({ code: 'custom', path, message })
    if (!read.success) return z.NEVER
    const area = newArea ? { slug: areaSlug, name: { en: newArea }, position: 999 } : null
    return { commitment: read.data, area }
  })

/** The form of a merge: that the commitment `ref` is the same as `into`, which stays. */
export const MergeForm = z
  .object({ ref, into: ref, reason: line(1_000, 'Say why they are one.') })
  .refine((merge) => merge.ref !== merge.into, { path: ['into'], error: 'Name another commitment.' })
