// Corrections of published updates: each begins as a draft with the same content, that will supersede it.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { beginDraft } from '#lib/review/write.ts'
import { fieldsOfClaim } from '#lib/updates/form.ts'
import type { CorrectInput } from '#lib/updates/input.ts'
import { getUpdate } from '#lib/updates/read.ts'

/** Begins a correction; one that its author has begun already, and that is not published, is gone on with. */
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
  return (await beginDraft(viewer, begun, now)).id
}
