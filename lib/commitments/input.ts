// What may be said of a commitment and of an area.

import { z } from 'zod'
import { id, localisedLine, optionalId, version } from '#lib/forms.ts'

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
