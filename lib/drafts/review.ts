// Reading a draft before publication, as updates are read: who has taken it, and what is said about it.

import type { z } from 'zod'
import { authorize, may } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { unscopedCurrentDraft } from '#lib/drafts/standing.ts'
import type { ClaimInput, CommentInput } from '#lib/updates/input.ts'
import {
  type Reading,
  unscopedGiveBack,
  unscopedReading,
  unscopedSay,
  unscopedTake,
} from '#lib/updates/reading.ts'
import { situationOf } from '#lib/updates/rules.ts'

/** Takes a draft to read, or takes it over once half an hour has passed. Conflict while somebody else has it. */
export async function claimDraft(
  viewer: Member,
  { id }: z.output<typeof ClaimInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'draft.claim', situationOf(viewer, await unscopedCurrentDraft(id)))
  return unscopedTake(viewer, { draftId: id }, now)
}

/** Gives a draft back to the queue; only what one took oneself. */
export async function releaseDraft(viewer: Member, { id }: z.output<typeof ClaimInput>): Promise<string> {
  authorize(viewer, 'draft.claim', situationOf(viewer, await unscopedCurrentDraft(id)))
  await unscopedGiveBack(viewer, { draftId: id })
  return id
}

/** Says something about a draft that is not published yet. Sent twice, it is said once. */
export async function commentOnDraft(
  viewer: Member,
  { id, ...input }: z.output<typeof CommentInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'draft.comment', situationOf(viewer, await unscopedCurrentDraft(id)))
  return unscopedSay(viewer, { draftId: id }, input, now)
}

/** Who has a draft, and what was said about it; null for whoever may not read it. */
export async function getDraftReview(viewer: Member, id: string, now = new Date()): Promise<Reading | null> {
  if (!may(viewer, 'draft.read', situationOf(viewer, await unscopedCurrentDraft(id)))) return null
  return unscopedReading({ draftId: id }, now)
}
