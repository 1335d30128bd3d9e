// What people may send to draft, submit, review, correct and withdraw an update.

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
  returned,
  version,
} from '#lib/forms/parse.ts'
import { mostEvidence, usualReasons } from '#lib/updates/rules.ts'

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
    .transform((rows) =>
      (rows ?? []).flatMap(({ source: from, ...row }) => (from ? [{ ...row, source: from }] : [])),
    ),
}

export const DraftInput = z.object({ ...claim, requestKey })
export const SavedInput = z.object({ ...claim, id, version })
/** The update form: one that has no id yet is a new draft; without `act` it saves itself. */
export const KeptInput = z.object({
  ...claim,
  requestKey,
  id: optionalId,
  version: z.union([z.literal('').transform(() => 0), version]).nullish(),
  act: z.enum(['save', 'submit']).nullish(),
})
export const NoChangeInput = z.object({
  commitmentId: id,
  searched: line(2_000, 'Say where you looked, and for what.'),
  requestKey,
})
export const ActInput = z.object({ id, version })
/** Why an update comes back: one of the usual reasons, words of one's own, or both. */
export const ReturnInput = returned(usualReasons)
export const ClaimInput = z.object({ id })
export const CommentInput = z.object({ id, text: line(2_000, 'Write something.'), requestKey })
/** Updates of one kind published together: each ticked one with the version that was read. */
export const TogetherInput = z.object({
  items: z
    .record(id, version, 'Tick at least one.')
    .refine((items) => Object.keys(items).length > 0, 'Tick at least one.'),
})
export const CorrectInput = z.object({ id, reason: line(1_000, 'Say what was wrong.') })
export const WithdrawInput = z.object({ id, reason: line(1_000, 'Say why it is withdrawn.') })
