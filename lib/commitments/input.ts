// What may be said of a commitment and of an area.

import { z } from 'zod'
import { asTyped } from '#lib/dates.ts'
import { id, localisedLine, optionalId, optionalLine, optionalText, version } from '#lib/forms.ts'

const day = z.iso.date('Write the date like 2023-11-15.')

export const AreaInput = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and hyphens.')
    .max(80),
  name: localisedLine(120),
  position: z.coerce.number().int().min(0).max(999),
})

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

const linesOf = (text: string | null | undefined) =>
  (text ?? '').split('\n').map((line) => line.trim() || null)

/** The form of a commitment: criteria by lines, each language in a box of its own; a due date as far as it is known. */
export const CommitmentForm = z
  .object({
    due: optionalLine(10),
    criteria: z.object({ en: optionalText(8_000), zh: optionalText(8_000) }).nullish(),
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
    if (due === undefined)
      context.addIssue({
        code: 'custom',
        path: ['due'],
        message: 'Write the date like 2024-05-14, or only 2024-05 or 2024.',
      })
    const [en, zh] = [linesOf(form.criteria?.en), linesOf(form.criteria?.zh)]
    // The nth line of each language is one criterion; a line that is empty in both is none.
    const criteria = Array.from({ length: Math.max(en.length, zh.length) }, (_, at) => ({
      en: en[at] ?? null,
      zh: zh[at] ?? null,
    })).filter((each) => each.en || each.zh)
    const areaSlug = newArea ? slugOf(newArea) : form.areaSlug
    if (areaSlug === '')
      context.addIssue({ code: 'custom', path: ['areaSlug'], message: 'Choose an area, or name a new one.' })
    const given = { ...form, criteria, areaSlug, due: due ? { on: due.day, precision: due.precision } : null }
    const [recorded, amended] =
      'id' in form ? [null, CommitmentAmendment.safeParse(given)] : [CommitmentInput.safeParse(given), null]
    for (const { path, message } of [recorded, amended].flatMap((each) => each?.error?.issues ?? []))
      context.addIssue({ code: 'custom', path, message })
    return {
      recorded: recorded?.data ?? null,
      amended: amended?.data ?? null,
      area: newArea ? { slug: areaSlug, name: { en: newArea }, position: 500 } : null,
    }
  })

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
}
