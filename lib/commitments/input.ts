// What may be said of a commitment.

import { z } from 'zod'
import { asTyped } from '#lib/dates.ts'
import { id, line, localisedLine, optionalId, optionalLine, version } from '#lib/forms/parse.ts'
import { slugOf } from '#lib/slugs.ts'

const day = z.iso.date('Write the date like 2023-11-15.')

const facts = {
  ref: z
    .string()
    .regex(/^[A-Z0-9]+(-[A-Z0-9]+)+$/, 'Write a reference like WOODSIDE-1.')
    .max(40),
  summitSlug: z.string().max(80),
  areaSlug: z.string().max(80),
  title: localisedLine(200),
  text: localisedLine(2_000),
  madeOn: day,
  due: z
    .object({ on: day, precision: z.enum(['DAY', 'MONTH', 'YEAR']) })
    .nullish()
    .transform((due) => due ?? null),
  reviewEveryDays: z.coerce.number().int().min(1, 'At least one day.').max(3_650, 'At most ten years.'),
  promisedInId: optionalId,
  partyCodes: z.array(z.string().max(8)).min(1, 'Name the parties it binds.').max(50),
  criteria: z.array(localisedLine(400)).min(1, 'Say what must be so for it to count as kept.').max(20),
}

export const CommitmentInput = z.object(facts)
export const CommitmentAmendment = z.object({ ...facts, id, version })
const ref = line(40, 'Write its reference, like WOODSIDE-1.').transform((text) => text.toUpperCase())
const said = z.object({ en: z.string().nullish(), zh: z.string().nullish() })

/** The form of a commitment: a row for each criterion; a due date as far as it is known. */
export const CommitmentForm = z
  .object({
    due: optionalLine(10),
    criteria: z.array(said).default([]),
    partyCodes: z
      .record(z.string(), z.string())
      .default({})
      .transform((chosen) => Object.values(chosen)),
    newArea: optionalLine(120),
    areaSlug: z.string().default(''),
  })
  .loose()
  .transform(({ newArea, ...form }, context) => {
    const due = form.due ? asTyped(form.due) : null
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (due === undefined) fault('due', 'Write the date like 2024-05-14, or only 2024-05 or 2024.')
    const criteria = form.criteria.filter(({ en, zh }) => en?.trim() || zh?.trim())
    const areaSlug = newArea ? slugOf(newArea) : form.areaSlug
    if (areaSlug === '') fault('areaSlug', 'Choose an area, or name a new one in English.')
    const given = { ...form, criteria, areaSlug, due: due ? { on: due.day, precision: due.precision } : null }
    const read = CommitmentInput.safeParse(given)
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
