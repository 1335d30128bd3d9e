// Corrections of published updates: each begins as a draft with the same content, that will supersede it.

import type { z } from 'zod'
import { authorize, may } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { Conflict } from '#lib/errors.ts'
import { fieldsIn } from '#lib/review/body.ts'
import { type Current, unscopedFindDraft } from '#lib/review/current.ts'
import { draftSituation } from '#lib/review/rules.ts'
import { beginDraft, saveDraft } from '#lib/review/write.ts'
import { fieldsOfClaim } from '#lib/updates/form.ts'
import type { CorrectInput } from '#lib/updates/input.ts'
import { getUpdate } from '#lib/updates/read.ts'

const handedIn =
  'Your correction of this update is handed in already, and its reason stands as it was given. Take it back from review to change it.'

/**
 * Begins a correction; one that its author has begun already, and that is not published, is gone on with, for the reason
 * given last. Conflict where that one is handed in already, for another reason.
 */
export async function correctUpdate(
  viewer: Member,
  { id, reason }: z.output<typeof CorrectInput>,
  now = new Date(),
): Promise<string> {
  const update = await getUpdate(viewer, id)
  authorize(viewer, 'update.correct', update.situation)
  const fields = fieldsOfClaim({
    ...update,
    commitmentId: update.commitment.id,
    partyId: update.party?.id ?? null,
    occurred: { day: update.day, precision: update.precision },
    evidence: update.evidence.map(({ bearing, locator, article, excerpt }) => ({
      ...{ bearing, locator },
      source: excerpt ? { kind: 'excerpt', id: excerpt.id } : { kind: 'article', id: article.id },
    })),
    correctionReason: reason,
  })
  // No form can send such a key: a button pressed twice at once finds the correction that it has begun.
  const requestKey = `correct:${id}:${viewer.id}`
  const begun = { kind: 'UPDATE', fields, subjectId: id, baseVersion: null, requestKey } as const
  const draft = await beginDraft(viewer, begun, now)
  if (reasonOf(draft) === reason) return draft.id
  if (!may(viewer, 'draft.edit', draftSituation(viewer, draft))) throw new Conflict(handedIn)
  const anew = {
    fields: { ...fieldsIn(draft.body), correctionReason: reason },
    baseVersion: draft.baseVersion,
  }
  await saveDraft(viewer, draft, anew, now).catch(async (error) => {
    // Pressed twice at once: the first press has said it.
    const saved = await unscopedFindDraft({ id: draft.id })
    if (!saved || reasonOf(saved) !== reason) throw error
  })
  return draft.id
}

const reasonOf = ({ body }: Current) => fieldsIn(body).correctionReason
