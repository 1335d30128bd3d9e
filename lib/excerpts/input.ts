// What people may send to quote a passage.

import { z } from 'zod'
import { id, optionalId, optionalLine, requestKey, verbatim } from '#lib/forms.ts'

const offset = z
  .union([z.literal(''), z.coerce.number().int().min(0)])
  .nullish()
  .transform((at) => (typeof at === 'number' ? at : null))

export const longestQuote = 5_000

export const ExcerptInput = z.object({
  snapshotId: id,
  exact: verbatim(longestQuote, 'Paste the exact words.'),
  start: offset,
  speaker: optionalLine(200),
  partyId: optionalId,
  translation: z
    .object({ en: optionalLine(longestQuote), zh: optionalLine(longestQuote) })
    .nullish()
    .transform((texts) => ({
      ...(texts?.en ? { en: texts.en } : {}),
      ...(texts?.zh ? { zh: texts.zh } : {}),
    })),
  requestKey,
})
