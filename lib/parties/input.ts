// What may be said of a party: a state or an organisation that commitments bind.

import { z } from 'zod'
import { id, localisedLine, version } from '#lib/forms/parse.ts'

export const PartyInput = z.object({
  code: z.string().regex(/^[A-Z]{2,8}$/, 'A party is known by two to eight capital letters, like US.'),
  name: localisedLine(120),
})
export const PartyAmendment = z.object({ id, version, name: localisedLine(120) })
