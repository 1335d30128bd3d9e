// What passages are ranked against: every commitment, and what people decided about earlier proposals.

import type { Example } from '#engines/proposing/feedback-model.ts'
import type { CommitmentText } from '#engines/proposing/rank.ts'
import { db } from '#lib/database/client.ts'
import { type Localised, localised } from '#lib/languages.ts'

const rememberedMost = 5_000
const both = (json: unknown) => Object.values(localised(json) satisfies Localised).join('\n')

/** Every commitment in all its words and languages, by id. */
export async function unscopedCommitmentsToMatch(): Promise<Map<string, CommitmentText>> {
  const rows = await db.commitment.findMany({
    where: { merge: null },
    orderBy: { ref: 'asc' },
    select: {
      id: true,
      ref: true,
      title: true,
      text: true,
      area: { select: { name: true } },
      summit: { select: { name: true } },
      criteria: { select: { text: true }, orderBy: { position: 'asc' } },
      parties: { select: { party: { select: { code: true, name: true } } } },
    },
  })
  return new Map(
    rows.map(({ id, ref, title, text, area, summit, criteria, parties }) => [
      id,
      {
        ref,
        title: both(title),
        text: both(text),
        area: both(area.name),
        summit: both(summit.name),
        criteria: criteria.map((each) => both(each.text)),
        parties: parties.map(({ party }) => party.code),
        partyNames: parties.map(({ party }) => both(party.name)),
      },
    ]),
  )
}

/** The newest decisions, as examples to learn from. The ranking alone reads them, which has asked. */
export async function unscopedExamples(): Promise<Example[]> {
  const rows = await db.proposal.findMany({
    where: { decision: { not: null } },
    orderBy: { decidedAt: 'desc' },
    take: rememberedMost,
    select: { exact: true, decision: true, commitment: { select: { ref: true } } },
  })
  return rows.map(({ exact, decision, commitment }) => ({
    text: exact,
    ref: commitment.ref,
    accepted: decision === 'ACCEPTED',
  }))
}
