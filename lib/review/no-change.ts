// “No change seen”: the update which says that somebody looked and found nothing new.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, type Tx } from '#lib/database/client.ts'
import { dayOf } from '#lib/dates.ts'
import { Conflict, invalid, NotFound } from '#lib/errors.ts'
import { requestKeyOf } from '#lib/forms/request-key.ts'
import type { Act } from '#lib/review/input.ts'
import { handInNew } from '#lib/review/write.ts'
import { fieldsOfClaim } from '#lib/updates/form.ts'
import type { NoChangeInput } from '#lib/updates/input.ts'
import { unscopedUpdatesInForce } from '#lib/updates/routine.ts'
import { noChange } from '#lib/updates/rules.ts'

/**
 * Hands in an update of today which says that somebody looked and saw no change. It repeats the status that stands
 * (the overall one where there is one), says where was looked, and shows as context what that status rests on.
 * Returns its id. Conflict where an update of the commitment waits already; Invalid where neither an update nor
 * archived words of the promise are there to rest on.
 */
export async function recordNoChange(
  viewer: Member,
  { commitmentId, searched, ...sent }: z.output<typeof NoChangeInput>,
  now = new Date(),
): Promise<Act> {
  authorize(viewer, 'draft.begin', 'any')
  const commitment = await db.commitment.findUnique({
    where: { id: commitmentId },
    select: { promisedInId: true },
  })
  if (!commitment) throw new NotFound('commitment')
  const requestKey = requestKeyOf(viewer, sent.requestKey, [commitmentId, searched])
  await refuseWaiting(db, commitmentId, requestKey)
  const inForce = await updateInForce(commitmentId)
  const sources = inForce
    ? inForce.evidence.map(({ articleId, excerptId, locator }) => ({
        source: sourceOf(articleId, excerptId),
        locator,
      }))
    : commitment.promisedInId
      ? [{ source: { kind: 'excerpt' as const, id: commitment.promisedInId }, locator: null }]
      : []
  if (sources.length === 0)
    throw invalid(
      'searched',
      'Nothing archived tells how this stood before: record an update with a source instead.',
    )
  const fields = fieldsOfClaim({
    commitmentId,
    partyId: inForce?.partyId ?? null,
    status: inForce?.status ?? 'NOT_STARTED',
    occurred: { day: dayOf(now), precision: 'DAY' },
    headline: noChange,
    note: /\p{Script=Han}/u.test(searched) ? { zh: searched } : { en: searched },
    evidence: sources.map((each) => ({ ...each, bearing: 'CONTEXT' as const })),
    correctionReason: null,
  })
  const begun = { kind: 'UPDATE', subjectId: null, baseVersion: null, requestKey, fields } as const
  const alone = async (tx: Tx) => {
    // Of two people who look at once the second waits here, and then finds what the first has handed in.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`no-change ${commitmentId}`}, 0))`
    await refuseWaiting(tx, commitmentId, requestKey)
  }
  return handInNew(viewer, begun, alone, now)
}

/** Conflict where an update of the commitment waits for review that this form has not made. */
async function refuseWaiting(tx: Tx, commitmentId: string, requestKey: string | null): Promise<void> {
  const waiting = await tx.draft.findFirst({
    where: {
      kind: 'UPDATE',
      state: 'SUBMITTED',
      body: { path: ['commitmentId'], equals: commitmentId },
      // One without a key is none that this form has made.
      OR: [{ requestKey: null }, { requestKey: { not: requestKey ?? '' } }],
    },
    select: { id: true },
  })
  if (waiting) throw new Conflict('An update on this commitment waits for review already: see to that first.')
}

const sourceOf = (articleId: string, excerptId: string | null) =>
  excerptId ? { kind: 'excerpt' as const, id: excerptId } : { kind: 'article' as const, id: articleId }

async function updateInForce(commitmentId: string) {
  const inForce = (await unscopedUpdatesInForce(db, [commitmentId])).get(commitmentId)
  if (!inForce) return null
  return db.statusUpdate.findUnique({
    where: { id: inForce.id },
    select: {
      partyId: true,
      status: true,
      evidence: {
        orderBy: { position: 'asc' },
        select: { articleId: true, excerptId: true, locator: true },
      },
    },
  })
}
