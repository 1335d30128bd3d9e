// Drafts as the desk sees them: one in full beside what is in force, and the lists of what waits.

import { may } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, type Prisma } from '#lib/database/client.ts'
import type { Kept } from '#lib/drafts/input.ts'
import { actOf } from '#lib/drafts/rules.ts'
import { factsOf, fieldsOf, inForceOf, linesOf, saidOf, titleOf } from '#lib/drafts/standing.ts'
import { NotFound } from '#lib/errors.ts'
import type { Fields } from '#lib/forms/state.ts'
import { listToReview } from '#lib/updates/read.ts'
import { situationOf } from '#lib/updates/rules.ts'

const person = { select: { id: true, name: true } } as const
const facts = {
  id: true,
  kind: true,
  subjectId: true,
  baseVersion: true,
  body: true,
  state: true,
  version: true,
  authorId: true,
  author: person,
  savedAt: true,
  submittedAt: true,
  returnedAt: true,
  returnedBy: person,
  returnReason: true,
  publishedAt: true,
  publishedBy: person,
  import: { select: { fileName: true } },
} as const

/**
 * One draft: what it says, in the fields of its form and name by name, and what is in force where it would amend.
 * `base` is the version in force, which its form carries: what is written from now on is written over that.
 */
export async function getDraft(viewer: Member, id: string) {
  const row = await db.draft.findUnique({ where: { id }, select: facts })
  if (!row || !may(viewer, 'draft.read', situationOf(viewer, row))) throw new NotFound('draft')
  const said = saidOf(row)
  const isOpen = row.state !== 'PUBLISHED'
  const inForce = isOpen && said ? await inForceOf(viewer, row.kind, row.subjectId) : null
  return {
    ...lineOf(row),
    situation: situationOf(viewer, row),
    authorId: row.authorId,
    returnedBy: row.returnedBy?.name ?? null,
    returnedAt: row.returnedAt,
    publishedBy: row.publishedBy?.name ?? null,
    publishedAt: row.publishedAt,
    subjectId: row.subjectId,
    fields: said ? fieldsOf(said) : {},
    facts: said ? factsOf(said) : [],
    // What a reader would see change: the lines in force and the lines that would be.
    change: said && inForce ? { before: linesOf(inForce.facts), after: linesOf(factsOf(said)) } : null,
    base: inForce?.version ?? null,
    isOvertaken: inForce !== null && inForce.version !== row.baseVersion,
    address: row.state === 'PUBLISHED' && said ? await addressOf(said) : null,
  }
}

export type DraftInFull = Awaited<ReturnType<typeof getDraft>>

async function addressOf(said: NonNullable<ReturnType<typeof saidOf>>): Promise<string> {
  if (said.kind === 'SUMMIT') return `/summits/${said.body.summit.slug}`
  return `/commitments/${said.kind === 'MERGE' ? said.body.ref : said.body.commitment.ref}`
}

/**
 * What stands now in the fields of a form that was overtaken: the draft as it was saved meanwhile, or else the wording
 * in force. Null when the draft is gone or handed in, and nothing is left to merge with.
 */
export async function draftAsItStands(viewer: Member, input: Kept): Promise<Fields | null> {
  const { kind, draftId, draftVersion } = input
  const draft = draftId ? await getDraft(viewer, draftId).catch(() => null) : null
  if (draftId && (!draft || !may(viewer, 'draft.edit', draft.situation))) return null
  const inForce = await inForceOf(viewer, kind, draft ? draft.subjectId : input.id)
  const own = draft ? { draftId: draft.id, draftVersion: String(draft.version) } : {}
  const base = inForce ? { id: draft?.subjectId ?? input.id ?? '', version: String(inForce.version) } : {}
  if (draft && draft.version !== draftVersion) return { ...draft.fields, ...own, ...base }
  return inForce && { ...inForce.fields, ...own, ...base }
}

type Row = Prisma.DraftGetPayload<{ select: typeof facts }>

function lineOf(row: Row) {
  const { id, kind, state, version, savedAt, submittedAt, returnReason } = row
  const said = saidOf(row)
  const title = said ? titleOf(said) : { text: row.import?.fileName ?? '', language: 'en' }
  const act = actOf(kind, row.subjectId !== null && state !== 'PUBLISHED')
  const author = row.author.name
  const href = `/desk/${kind === 'IMPORT' ? 'imports' : 'drafts'}/${id}`
  return { id, href, kind, state, version, author, savedAt, submittedAt, returnReason, title, act }
}

export type DraftLine = ReturnType<typeof lineOf>

async function listed(where: Prisma.DraftWhereInput, orderBy: Prisma.DraftOrderByWithRelationInput) {
  const rows = await db.draft.findMany({
    where,
    orderBy: [orderBy, { id: 'asc' }],
    take: 100,
    select: facts,
  })
  return rows.map(lineOf)
}

/** The viewer's own drafts that are not published yet, the last touched first. */
export function listOwnDrafts(viewer: Member): Promise<DraftLine[]> {
  return listed({ authorId: viewer.id, state: { not: 'PUBLISHED' } }, { savedAt: 'desc' })
}

/** Drafts about one summit or commitment that the viewer may know of and that are not published yet. */
export async function listDraftsAbout(viewer: Member, subjectId: string): Promise<DraftLine[]> {
  const seen = may(viewer, 'draft.read', 'draft, other')
    ? {}
    : { OR: [{ authorId: viewer.id }, { state: 'SUBMITTED' as const }] }
  return listed({ subjectId, state: { not: 'PUBLISHED' }, ...seen }, { savedAt: 'desc' })
}

/** What waits for a second person, the oldest first, and how many there are; nothing of the viewer's own. */
export async function listDraftsToReview(viewer: Member): Promise<{ rows: DraftLine[]; count: number }> {
  if (!may(viewer, 'draft.publish', 'submitted, other')) return { rows: [], count: 0 }
  const where = { state: 'SUBMITTED' as const, authorId: { not: viewer.id } }
  const [rows, count] = await Promise.all([listed(where, { submittedAt: 'asc' }), db.draft.count({ where })])
  return { rows, count }
}

/** The whole queue of review in one order: updates and drafts, the oldest first. */
export async function listQueue(viewer: Member) {
  const [updates, drafts] = await Promise.all([listToReview(viewer), listDraftsToReview(viewer)])
  const items = [
    ...updates.rows.map((update) => ({
      href: `/desk/review/${update.id}`,
      at: update.submittedAt,
      update,
      draft: null,
    })),
    ...drafts.rows.map((draft) => ({
      href: draft.href,
      at: draft.submittedAt,
      update: null,
      draft,
    })),
  ].sort((a, b) => Number(a.at) - Number(b.at))
  return { items, updates, count: updates.count + drafts.count }
}

export type QueueItem = Awaited<ReturnType<typeof listQueue>>['items'][number]
