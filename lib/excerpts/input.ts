// What people may send to quote a passage.

import { z } from 'zod'
import { type Meant, meantBy } from '#engines/anchoring/annotation.ts'
import { invalid } from '#lib/errors.ts'
import { id, optionalId, optionalLine, requestKey, verbatim } from '#lib/forms/parse.ts'

const offset = z
  .union([z.literal(''), z.coerce.number().int().min(0)])
  .nullish()
  .transform((at) => (typeof at === 'number' ? at : null))

export const longestQuote = 5_000

const longestAnnotation = 200_000
const tooLarge = 'An annotation is far shorter than this.'

/** A Web Annotation: its JSON pasted, or as a file, which wins. */
export const AnnotationInput = z.object({
  snapshotId: id,
  annotation: z.string().max(longestAnnotation, tooLarge).default(''),
  file: z.file().max(longestAnnotation, tooLarge).optional(),
  requestKey,
})

/** The passage that an annotation's JSON means; Invalid where it quotes nothing that could be an excerpt. */
export function readAnnotation(json: string): Meant {
  const meant = meantBy(parsed(json))
  const exact = verbatim(longestQuote).safeParse(meant?.exact)
  if (meant && exact.success) return { ...meant, exact: exact.data }
  const message = meant
    ? 'The words that it quotes are too long, or not text.'
    : 'This is no annotation with a TextQuoteSelector: paste its JSON whole.'
  throw invalid('annotation', message)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

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
