// Updates as the desk sees them: one in full, and the lists of what waits.

import { authorize, may } from '#lib/access.ts'
import type { Member, Viewer } from '#lib/auth/viewer.ts'
import { db, type Prisma } from '#lib/database/client.ts'
import { dayOf } from '#lib/dates.ts'
import { NotFound } from '#lib/errors.ts'
import type { UpdateState } from '#lib/generated/prisma/enums.ts'
import { localised } from '#lib/languages.ts'
import { type Status, situationOf } from '#lib/updates/rules.ts'

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

const proof = { id: true, bearing: true, locator: true, article, excerpt } as const

const whole = {
  id: true,
  state: true,
  version: true,
  authorId: true,
  author: person,
  commitment: { select: { id: true, ref: true, title: true, text: true, criteria: true } },
  party,
  status: true,
  occurredOn: true,
  occurredPrecision: true,
  headline: true,
  note: true,
  savedAt: true,
  submittedAt: true,
  returnedAt: true,
  returnedBy: person,
  returnReason: true,
  publishedAt: true,
  publishedBy: person,
  correctionReason: true,
  supersedes: { select: { id: true, status: true, headline: true } },
  supersededBy: { where: { state: 'PUBLISHED' }, select: { id: true, correctionReason: true } },
  withdrawal: { select: { reason: true, withdrawnAt: true, withdrawnBy: person } },
  evidence: { orderBy: { position: 'asc' }, select: proof },
} as const

// Enough of the source around a quote to judge it by.
const around = 200

/** One update with its evidence in context, as far as this viewer may know of it. */
export async function getUpdate(viewer: Viewer, id: string): Promise<UpdateInFull> {
  const found = await findUpdate(viewer, id)
  if (!found) throw new NotFound('update')
  return found
}

export async function findUpdate(viewer: Viewer, id: string) {
  const row = await db.statusUpdate.findUnique({ where: { id }, select: whole })
  if (!row) return null
  const { headline, note, occurredOn, occurredPrecision, evidence, commitment, ...rest } = row
  const situation = situationOf(viewer, { ...row, isGone: Boolean(row.withdrawal || row.supersededBy[0]) })
  if (!may(viewer, 'update.read', situation)) return null
  return {
    ...rest,
    situation,
    day: dayOf(occurredOn),
    precision: occurredPrecision,
    headline: localised(headline),
    note: localised(note),
    commitment: {
      ...commitment,
      title: localised(commitment.title),
      text: localised(commitment.text),
      criteria: commitment.criteria.map((each) => localised(each.text)),
    },
    supersedes: row.supersedes && { ...row.supersedes, headline: localised(row.supersedes.headline) },
    party: row.party && { ...row.party, name: localised(row.party.name) },
    evidence: evidence.map(inContext),
  }
}

export type UpdateInFull = NonNullable<Awaited<ReturnType<typeof findUpdate>>>
export type EvidenceInFull = UpdateInFull['evidence'][number]
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

/** The own draft that a form with this key made, if it made one. */
export async function draftOf(viewer: Member, requestKey: string | null): Promise<string | null> {
  if (!requestKey) return null
  const where = { requestKey, authorId: viewer.id }
  return (await db.statusUpdate.findFirst({ where, select: { id: true } }))?.id ?? null
}

/** The status that stood on a day before this update speaks, as known now; null when nothing was published. */
export async function statusBefore(
  viewer: Viewer,
  at: { commitmentId: string; partyId: string | null; on: string; besides: string[] },
  now = new Date(),
): Promise<Status | null> {
  authorize(viewer, 'commitment.read', 'any')
  const [found] = await db.$queryRaw<{ status: Status }[]>`
    SELECT status FROM live_updates(${now})
    WHERE "commitmentId" = ${at.commitmentId} AND "partyId" IS NOT DISTINCT FROM ${at.partyId}
      AND "occurredOn" <= ${at.on}::date AND id <> ALL(${at.besides})
    ORDER BY "occurredOn" DESC, "publishedAt" DESC LIMIT 1`
  return found?.status ?? null
}

const lineOf = {
  id: true,
  version: true,
  note: true,
  state: true,
  status: true,
  headline: true,
  occurredOn: true,
  occurredPrecision: true,
  savedAt: true,
  submittedAt: true,
  returnReason: true,
  supersedesId: true,
  author: { select: { name: true } },
  commitment: { select: { ref: true } },
  party: { select: { code: true } },
} as const

/** The viewer's own updates that are not published yet, the last touched first. */
export async function listMine(viewer: Member) {
  const states: UpdateState[] = ['DRAFT', 'RETURNED', 'SUBMITTED']
  const rows = await db.statusUpdate.findMany({
    where: { authorId: viewer.id, state: { in: states } },
    orderBy: [{ savedAt: 'desc' }, { id: 'asc' }],
    take: 100,
    select: lineOf,
  })
  return rows.map((row) => ({ ...row, headline: localised(row.headline), note: localised(row.note) }))
}

/** What waits for a second person: the oldest first, and how many there are; nothing of the viewer's own. */
export async function listToReview(viewer: Member) {
  if (!may(viewer, 'update.publish', 'submitted, other')) return { rows: [], count: 0 }
  const where = { state: 'SUBMITTED', authorId: { not: viewer.id } } as const
  const [rows, count] = await Promise.all([
    db.statusUpdate.findMany({
      where,
      orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
      take: 100,
      select: lineOf,
    }),
    db.statusUpdate.count({ where }),
  ])
  return {
    rows: rows.map((row) => ({ ...row, headline: localised(row.headline), note: localised(row.note) })),
    count,
  }
}

export type UpdateLine = Awaited<ReturnType<typeof listMine>>[number]
