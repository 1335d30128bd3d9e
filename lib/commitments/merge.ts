// Merging duplicates: two commitments that are the same become one; the other's address redirects to it.

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Member, Viewer } from '#lib/auth/viewer.ts'
import { type Prisma, type Tx, type Within, within } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import type { Clocks } from '#lib/dates.ts'
import { invalid, NotAllowed } from '#lib/errors.ts'
import { LocalisedText, localised } from '#lib/languages.ts'
import { commitmentsAt } from '#lib/ledger/as-of.ts'
import { appendAll, lockHead } from '#lib/ledger/write.ts'
import { unscopedCarryUpdates } from '#lib/updates/carry.ts'

type Merging = { ref: string; into: string; reason: string }

/** The two commitments of a merge; Invalid where one is not there, or was merged itself. Both are in public. */
export async function unscopedMergeable(reader: Pick<Tx, 'commitment'>, { ref, into }: Merging) {
  const found = await reader.commitment.findMany({
    where: { ref: { in: [ref, into] } },
    select: { id: true, ref: true, merge: { select: { into: { select: { ref: true } } } } },
  })
  const [from, stays] = [ref, into].map((name, at) => {
    const commitment = found.find((each) => each.ref === name)
    const field = at === 0 ? 'ref' : 'into'
    if (!commitment) throw invalid(field, `There is no commitment ${name}.`)
    if (commitment.merge)
      throw invalid(field, `${name} was merged into ${commitment.merge.into.ref}: name that one.`)
    return commitment
  })
  if (!from || !stays || from === stays) throw invalid('into', 'Name another commitment.')
  return { from, stays }
}

/**
 * Merges a commitment into another, for who proposed it. From this instant on it counts no longer; its live updates
 * are published again as those of the one that stays, in the same transaction. Returns the id of the merged one.
 * NotAllowed for who proposed it, or wrote an update that it would carry.
 */
export async function mergeCommitments(
  viewer: Member,
  input: Merging,
  { tx: given, now = new Date(), proposedBy }: Within & { proposedBy: string },
): Promise<string> {
  authorize(viewer, 'commitment.merge', 'any')
  if (proposedBy === viewer.id)
    throw new NotAllowed('Nobody publishes their own merge: a second person reads it first.')
  return within(given, async (tx) => {
    const locked = await lockHead(tx, now)
    const { from, stays } = await unscopedMergeable(tx, input)
    const { reason } = input
    await tx.merge.create({
      data: { commitmentId: from.id, intoId: stays.id, reason, mergedAt: locked.at },
    })
    const carrying = { from, into: stays, reason, publisherId: viewer.id }
    const carried = await unscopedCarryUpdates(tx, locked, carrying, 1)
    const subject = { ...input, intoId: stays.id, mergedBy: viewer.id, proposedBy }
    await appendAll(tx, locked, [{ kind: 'COMMITMENT_MERGED', subjectId: from.id, subject }, ...carried])
    return from.id
  })
}

const Merged = z.object({
  ref: z.string(),
  title: LocalisedText,
  reason: z.string(),
  at: z.date(),
  isInto: z.boolean(),
})
export type MergedLine = Omit<z.output<typeof Merged>, 'isInto'>

/** Into what a commitment was merged, and what was merged into it, as known at the clock. */
export async function getMerges(
  viewer: Viewer,
  clocks: Clocks,
  id: string | Prisma.Sql,
): Promise<{ into: MergedLine | null; from: MergedLine[] }> {
  authorize(viewer, 'commitment.read', 'any')
  const rows = await queryRows(Merged)`
    SELECT m."commitmentId" = ${id} "isInto", c.ref, c.title, m.reason, m."mergedAt" at
    FROM merged(${clocks.known.toISOString()}::timestamptz) m
    JOIN ${commitmentsAt(clocks)} c ON c.id = CASE m."commitmentId" WHEN ${id} THEN m."intoId" ELSE m."commitmentId" END
    WHERE ${id} IN (m."commitmentId", m."intoId") ORDER BY m."mergedAt"`
  const lines = rows.map(({ title, ...row }) => ({ ...row, title: localised(title) }))
  return { into: lines.find(({ isInto }) => isInto) ?? null, from: lines.filter(({ isInto }) => !isInto) }
}
