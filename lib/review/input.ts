// What people may send to draft, submit, discuss, return and publish anything that a second person reads first.

import { z } from 'zod'
import { id, line, optionalId, optionalText, requestKey, version } from '#lib/forms/parse.ts'
import { fieldsIn } from '#lib/review/body.ts'
import { usualReasons } from '#lib/review/rules.ts'

const optionalVersion = z
  .union([z.literal('').transform(() => null), version])
  .nullish()
  .transform((at) => at ?? null)

/**
 * The form of a draft of any kind. Besides what is typed, which is kept whatever it is, it carries its draft, what it
 * amends and the version that was in force, and which button was pressed; without `act` it saves itself.
 */
export const KeptInput = z
  .looseObject({
    kind: z.enum(['UPDATE', 'SUMMIT', 'COMMITMENT', 'MERGE'], 'Drafts of this kind are not known here.'),
    draftId: optionalId,
    draftVersion: optionalVersion,
    id: optionalId,
    version: optionalVersion,
    requestKey,
    act: z.enum(['save', 'submit']).default('save'),
  })
  .transform(({ kind, draftId, draftVersion, id, version, requestKey, act, ...typed }) => {
    const { base: _, take: __, find: ___, ...rest } = typed
    return { kind, draftId, draftVersion, id, version, requestKey, act, fields: fieldsIn(rest) }
  })
export type Kept = z.output<typeof KeptInput>

export const ActInput = z.object({ id, version })
export type Act = z.output<typeof ActInput>
export const ClaimInput = z.object({ id })
export const CommentInput = z.object({ id, text: line(2_000, 'Write something.'), requestKey })
/** Why a draft comes back: one of the usual reasons, words of one's own, or both. */
export const ReturnInput = z
  .object({
    id,
    version,
    usual: z.enum(Object.values(usualReasons).flat()).or(z.literal('')).nullish(),
    reason: optionalText(1_000),
  })
  .transform(({ usual, reason, ...act }) => ({ ...act, reason: [usual, reason].filter(Boolean).join('\n') }))
  .refine(({ reason }) => reason !== '', { path: ['reason'], error: 'Say what should change.' })
/** Drafts published together: each ticked one with the version that was read. */
export const TogetherInput = z.object({
  items: z
    .record(id, version, 'Tick at least one.')
    .refine((items) => Object.keys(items).length > 0, 'Tick at least one.'),
})
