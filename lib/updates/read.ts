// An update in full, as the desk sees it: what it says, with its evidence in context.

import { z } from 'zod'
import { authorize, may } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db, type Prisma } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import { dayOf } from '#lib/dates.ts'
import { NotFound } from '#lib/errors.ts'
import { type DatePrecision, Status } from '#lib/generated/prisma/enums.ts'
import { type Localised, localised } from '#lib/languages.ts'
import type { Claim } from '#lib/updates/input.ts'
import { updateSituation } from '#lib/updates/rules.ts'

const person = { select: { id: true, name: true } } as const
const party = { select: { id: true, code: true, name: true } } as const
const article = {
  select: {
    id: true,
    title: true,
    publisher: true,
    address: true,
    publishedOn: true,
    publishedPrecision: true,
    language: true,
    kind: true,
    voiceParty: { select: { code: true } },
  },
} as const
const excerpt = {
  select: {
    id: true,
    exact: true,
    start: true,
    end: true,
    speaker: true,
    translation: true,
    party: { select: { code: true } },
    snapshot: { select: { id: true, text: true, textSha256: true, takenAt: true } },
  },
} as const

const quoted = {
  ...excerpt.select,
  snapshot: { select: { ...excerpt.select.snapshot.select, article } },
} as const

const proof = { id: true, bearing: true, locator: true, article, excerpt } as const

const spokenOf = { select: { id: true, ref: true, title: true, text: true, criteria: true } } as const

const whole = {
  id: true,
  authorId: true,
  author: person,
  commitment: spokenOf,
  party,
  status: true,
  occurredOn: true,
  occurredPrecision: true,
  headline: true,
  note: true,
  publishedAt: true,
  publishedBy: person,
  correctionReason: true,
  supersedes: { select: { id: true, status: true, headline: true } },
  supersededBy: { select: { id: true, correctionReason: true } },
  withdrawal: { select: { reason: true, withdrawnAt: true, withdrawnBy: person } },
  evidence: { orderBy: { position: 'asc' }, select: proof },
} as const

// Enough of the source around a quote to judge it by.
const around = 200

/** What an update says, published or not, with its evidence in context. */
export type UpdateSheet = {
  commitment: { id: string; ref: string; title: Localised; text: Localised; criteria: Localised[] }
  party: { id: string; code: string; name: Localised } | null
  status: Status
  day: string
  precision: DatePrecision
  headline: Localised
  note: Localised
  evidence: ReturnType<typeof inContext>[]
}

/** One published update with its evidence in context. */
export async function getUpdate(viewer: Viewer, id: string): Promise<UpdateInFull> {
  const found = await findUpdate(viewer, id)
  if (!found) throw new NotFound('update')
  return found
}

export async function findUpdate(viewer: Viewer, id: string) {
  const row = await db.statusUpdate.findUnique({ where: { id }, select: whole })
  if (!row) return null
  const { headline, note, occurredOn, occurredPrecision, evidence, commitment, party, ...rest } = row
  const isGone = Boolean(row.withdrawal || row.supersededBy[0])
  const situation = updateSituation(viewer, { ...row, isGone })
  if (!may(viewer, 'update.read', situation)) return null
  return {
    ...rest,
    ...named({ commitment, party }),
    situation,
    day: dayOf(occurredOn),
    precision: occurredPrecision,
    headline: localised(headline),
    note: localised(note),
    supersedes: row.supersedes && { ...row.supersedes, headline: localised(row.supersedes.headline) },
    evidence: evidence.map(inContext),
  }
}

export type UpdateInFull = NonNullable<Awaited<ReturnType<typeof findUpdate>>>
export type EvidenceInFull = UpdateSheet['evidence'][number]

/** What a claim says that is not published: for whoever may read its draft. Null where it names what is not there. */
export async function unscopedSheet(claim: Claim): Promise<UpdateSheet | null> {
  const { commitmentId, partyId, status, occurred, headline, note } = claim
  const ids = (kind: string) =>
    claim.evidence.flatMap(({ source }) => (source.kind === kind ? [source.id] : []))
  const [commitment, spoken, excerpts, articles] = await Promise.all([
    db.commitment.findUnique({ where: { id: commitmentId }, ...spokenOf }),
    partyId ? db.party.findUnique({ where: { id: partyId }, ...party }) : null,
    db.excerpt.findMany({ where: { id: { in: ids('excerpt') } }, select: quoted }),
    db.article.findMany({ where: { id: { in: ids('article') } }, ...article }),
  ])
  if (!commitment) return null
  const evidence = claim.evidence.flatMap(({ source, bearing, locator }, at) => {
    const quote = source.kind === 'excerpt' ? excerpts.find((each) => each.id === source.id) : undefined
    const cited = quote ? quote.snapshot.article : articles.find((each) => each.id === source.id)
    return cited
      ? [inContext({ id: String(at), bearing, locator, article: cited, excerpt: quote ?? null })]
      : []
  })
  const { day, precision } = occurred
  return { ...named({ commitment, party: spoken }), status, day, precision, headline, note, evidence }
}

type Named = {
  commitment: Prisma.CommitmentGetPayload<typeof spokenOf>
  party: Prisma.PartyGetPayload<typeof party> | null
}
const named = ({ commitment, party }: Named) => ({
  commitment: {
    ...commitment,
    title: localised(commitment.title),
    text: localised(commitment.text),
    criteria: commitment.criteria.map((each) => localised(each.text)),
  },
  party: party && { ...party, name: localised(party.name) },
})

type EvidenceRow = Prisma.EvidenceGetPayload<{ select: typeof proof }>

function inContext({ excerpt: quoted, ...row }: EvidenceRow) {
  if (!quoted) return { ...row, excerpt: null }
  const { start, end, translation, snapshot, ...words } = quoted
  const { text, ...copy } = snapshot
  const [from, to] = [Math.max(0, start - around), Math.min(text.length, end + around)]
  return {
    ...row,
    excerpt: {
      ...words,
      start,
      end,
      translation: localised(translation),
      snapshot: copy,
      before: `${from > 0 ? '… ' : ''}${text.slice(from, start).toWellFormed()}`,
      after: `${text.slice(end, to).toWellFormed()}${to < text.length ? ' …' : ''}`,
    },
  }
}

/** The status that stood on a day before this update speaks, as known now; null when nothing was published. */
export async function statusBefore(
  viewer: Viewer,
  at: { commitmentId: string; partyId: string | null; on: string; besides: string[] },
  now = new Date(),
): Promise<Status | null> {
  authorize(viewer, 'commitment.read', 'any')
  const [found] = await queryRows(z.object({ status: z.enum(Status) }))`
    SELECT status FROM live_updates(${now})
    WHERE "commitmentId" = ${at.commitmentId} AND "partyId" IS NOT DISTINCT FROM ${at.partyId}
      AND "occurredOn" <= ${at.on}::date AND id <> ALL(${at.besides})
    ORDER BY "occurredOn" DESC, "publishedAt" DESC LIMIT 1`
  return found?.status ?? null
}
