// What people may send to draft, hand in, return and publish a recording, an amendment or a merge.

import { z } from 'zod'
import { CommitmentBody, CommitmentForm } from '#lib/commitments/input.ts'
import { usualReasons } from '#lib/drafts/rules.ts'
import { id, line, optionalId, requestKey, returned, version } from '#lib/forms/parse.ts'
import { SummitBody, SummitForm } from '#lib/summits/input.ts'

const ref = line(40, 'Write its reference, like WOODSIDE-1.').transform((text) => text.toUpperCase())
/** That the commitment `ref` is the same as `into`, which stays. */
export const MergeBody = z
  .object({ ref, into: ref, reason: line(1_000, 'Say why they are one.') })
  .refine((merge) => merge.ref !== merge.into, { path: ['into'], error: 'Name another commitment.' })

/** What a draft of each kind holds. */
export const bodies = { SUMMIT: SummitBody, COMMITMENT: CommitmentBody, MERGE: MergeBody }
export type Bodies = { [K in keyof typeof bodies]: z.output<(typeof bodies)[K]> }
export type Kept = {
  [K in keyof Bodies]: z.output<typeof Keeping> & { kind: K; body: Bodies[K] }
}[keyof Bodies]

const noVersion = z.literal('').transform(() => null)
/** What a form carries besides its words: its draft, what it amends and the version it was written from, and the button. */
const Keeping = z.object({
  draftId: optionalId,
  draftVersion: z
    .union([noVersion, version])
    .nullish()
    .transform((at) => at ?? null),
  id: optionalId,
  version: z
    .union([noVersion, version])
    .nullish()
    .transform((at) => at ?? null),
  requestKey,
  act: z.enum(['save', 'submit']).default('submit'),
})

function keptOf<K extends keyof Bodies>(kind: K, Form: z.ZodType<Bodies[K]>) {
  return z.unknown().transform((form, context) => {
    const [keeping, body] = [Keeping.safeParse(form), Form.safeParse(form)]
    for (const { path, message } of [keeping, body].flatMap((each) => each.error?.issues ?? []))
      context.addIssue({ code: 'custom', path, message })
    return keeping.success && body.success ? { ...keeping.data, kind, body: body.data } : z.NEVER
  })
}

export const KeptSummit = keptOf('SUMMIT', SummitForm)
export const KeptCommitment = keptOf('COMMITMENT', CommitmentForm)
export const KeptMerge = keptOf('MERGE', MergeBody)

export const ActInput = z.object({ id, version })
/** Why a draft comes back: one of the usual reasons, words of one's own, or both. */
export const ReturnInput = returned(usualReasons)
