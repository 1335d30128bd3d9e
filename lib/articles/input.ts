// What people may say of an article, and the text they may paste.

import { z } from 'zod'
import { sourceLanguages } from '#lib/articles/rules.ts'
import { asTyped } from '#lib/dates.ts'
import { line, optionalId, optionalLine, requestKey, verbatim } from '#lib/forms/parse.ts'

const address = optionalLine(2_048).refine(
  (text) => text === null || (/^https?:\/\//i.test(text) && URL.canParse(text) && !new URL(text).username),
  'Write a web address that begins with http:// or https://.',
)

/** A date as far as it is known: '2024', '2024-05' or '2024-05-14'; empty means unknown. */
const optionalDate = optionalLine(10).transform((text, context) => {
  const read = text === null ? null : asTyped(text)
  if (read !== undefined) return read
  context.addIssue({ code: 'custom', message: 'Write the date like 2024-05-14, or only 2024-05 or 2024.' })
  return z.NEVER
})

const facts = {
  title: line(300, 'Give the title.'),
  publisher: optionalLine(200),
  author: optionalLine(200),
  address,
  published: optionalDate,
  language: z.string().refine((tag) => Object.hasOwn(sourceLanguages, tag), 'Choose the language.'),
  kind: z.enum(['OFFICIAL_READOUT', 'NEWS', 'ANALYSIS', 'LEGAL_TEXT', 'DATA'], 'Choose the kind.'),
  voicePartyId: optionalId,
  access: z.enum(['OPEN', 'RESTRICTED'], 'Choose who may see the whole text.'),
  requestKey,
}

export const longestText = 2_000_000
const text = verbatim(longestText, 'Paste the text of the article.')

export const CitationInput = z.object(facts)
export const ArticleInput = z.object({ ...facts, text })
