// What an update may say, and what people may send to correct and withdraw one.

import { z } from 'zod'
import { asTyped } from '#lib/dates.ts'
import {
  id,
  line,
  localisedLine,
  optionalId,
  optionalLine,
  optionalText,
  requestKey,
} from '#lib/forms/parse.ts'
import { mostEvidence } from '#lib/updates/rules.ts'

/** A date as far as it is known: '2024', '2024-05' or '2024-05-14'. */
const occurred = line(10, 'Say when it happened.').transform((text, context) => {
  const read = asTyped(text)
  if (read) return read
  context.addIssue({ code: 'custom', message: 'Write the date like 2024-05-14, or only 2024-05 or 2024.' })
  return z.NEVER
})

// A row of the form names its source as 'excerpt:ID' or 'article:ID'; a row without a source is not there.
const source = z
  .string()
  .regex(/^(excerpt|article):[\w-]{1,64}$|^$/, 'Choose a source from the list.')
  .transform((text) => {
    const [kind, sourceId] = text.split(':')
    return sourceId
      ? { kind: kind === 'excerpt' ? ('excerpt' as const) : ('article' as const), id: sourceId }
      : null
  })
const proof = z.object({
  source,
  bearing: z.enum(['SUPPORTS', 'CONTRADICTS', 'CONTEXT'], 'Say what it does for the claim.'),
  locator: optionalLine(200),
})

const note = z
  .object({ en: optionalText(5_000), zh: optionalText(5_000) })
  .nullish()
  .transform((texts) => ({ ...(texts?.en ? { en: texts.en } : {}), ...(texts?.zh ? { zh: texts.zh } : {}) }))

const claim = {
  commitmentId: id,
  partyId: optionalId,
  status: z.enum(
    ['NOT_STARTED', 'UNDER_WAY', 'PARTLY_KEPT', 'KEPT', 'STALLED', 'BROKEN'],
    'Choose the status.',
  ),
  occurred,
  headline: localisedLine(200, 'Write a headline in English or Chinese.'),
  note,
  evidence: z
    .array(proof)
    .max(mostEvidence, `Keep to ${mostEvidence} pieces of evidence.`)
    .nullish()
    .transform((rows, context) => {
      const proofs = (rows ?? []).flatMap(({ source: from, ...row }) =>
        from ? [{ ...row, source: from }] : [],
      )
      const message = 'No status without proof: add at least one piece of evidence.'
      if (proofs.length === 0) context.addIssue({ code: 'custom', path: [0, 'source'], message })
      return proofs
    }),
  correctionReason: optionalLine(1_000),
}

/** The form of an update, or of a correction, which says what was wrong. */
export const UpdateForm = z.object(claim)
export type Claim = z.output<typeof UpdateForm>
export const NoChangeInput = z.object({
  commitmentId: id,
  searched: line(2_000, 'Say where you looked, and for what.'),
  requestKey,
})
export const CorrectInput = z.object({ id, reason: line(1_000, 'Say what was wrong.') })
export const WithdrawInput = z.object({ id, reason: line(1_000, 'Say why it is withdrawn.') })
