// What may be said of a summit and of a party.

import { z } from 'zod'
import { id, localisedLine, version } from '#lib/forms.ts'

const day = z.iso.date('Write the date like 2023-11-15.')

export const PartyInput = z.object({
  code: z.string().regex(/^[A-Z]{2,8}$/, 'A party is known by two to eight capital letters, like US.'),
  name: localisedLine(120),
})

const facts = {
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and hyphens.')
    .max(80),
  name: localisedLine(160),
  place: localisedLine(200),
  startsOn: day,
  endsOn: day,
  parties: z
    .array(z.object({ code: z.string().max(8), leader: localisedLine(120).optional() }))
    .min(1, 'Name the parties that met.')
    .max(50),
}

export const SummitInput = z.object(facts).refine((summit) => summit.startsOn <= summit.endsOn, {
  path: ['endsOn'],
  message: 'It cannot end before it starts.',
})
export const SummitAmendment = z
  .object({ ...facts, id, version })
  .refine((summit) => summit.startsOn <= summit.endsOn, {
    path: ['endsOn'],
    message: 'It cannot end before it starts.',
  })
