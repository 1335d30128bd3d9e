// Drafts as the desk sees them: one in full, what surrounds its reading, and the review queue.

import { may } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, type Prisma } from '#lib/database/client.ts'
import { NotFound } from '#lib/errors.ts'
import type { Fields } from '#lib/forms/state.ts'
import { unscopedApprovals } from '#lib/review/approvals.ts'
import {
  inForceOf,
  readBody,
  subjectToAmend,
  unscopedCurrentDraft,
  unscopedSentBefore,
} from '#lib/review/current.ts'
import { fieldsOfDraft, ownFields } from '#lib/review/form.ts'
import type { Kept } from '#lib/review/input.ts'
import { type DraftSummary, factLines } from '#lib/review/kinds/kind.ts'
import { draftKinds } from '#lib/review/kinds.ts'
import { unscopedTextOf } from '#lib/review/publish.ts'
import { claimMs, draftSituation } from '#lib/review/rules.ts'

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
 * One draft: what is typed in the fields of its form, what it says once they are filled, and what is in force where it
 * would amend. `base` is the version in force, which its form carries: what is written from now on is written over that.
 */
export async function getDraft(viewer: Member, id: string) {
  const row = await db.draft.findUnique({ where: { id }, select: facts })
  if (!row || !may(viewer, 'draft.read', draftSituation(viewer, row))) throw new NotFound('draft')
  const { kind, subjectId } = row
  const { fields, content, faults } = readBody(row)
  const isOpen = row.state !== 'PUBLISHED'
  const inForce = isOpen ? await inForceOf(viewer, kind, subjectId) : null
  const said = (await content?.facts()) ?? Object.entries(fields)
  return {
    ...lineOf(row),
    situation: draftSituation(viewer, row),
    authorId: row.authorId,
    returnedBy: row.returnedBy?.name ?? null,
    returnedAt: row.returnedAt,
    publishedBy: row.publishedBy?.name ?? null,
    publishedAt: row.publishedAt,
    subjectId,
    fields,
    faults,
    facts: said,
    sheet: (await content?.sheet?.()) ?? null,
    isWeighty: content?.isWeighty ?? false,
    // What a reader would see change: the lines in force and the lines that would be.
    change: content && inForce ? { before: factLines(inForce.facts), after: factLines(said) } : null,
    base: inForce?.version ?? null,
    isOvertaken: inForce !== null && inForce.version !== row.baseVersion,
    merged: isOpen ? ((await draftKinds[kind].merged?.(fields, subjectId)) ?? null) : null,
    address: isOpen ? null : (content?.address ?? null),
  }
}

export type DraftInFull = Awaited<ReturnType<typeof getDraft>>

/** What surrounds the reading of a draft: who has it, who approved it, what was said, and what it said before. */
export async function getReview(viewer: Member, id: string, now = new Date()) {
  const found = await unscopedCurrentDraft(id)
  if (!may(viewer, 'draft.read', draftSituation(viewer, found))) return null
  const [claim, comments, returned, approvals, text] = await Promise.all([
    db.reviewClaim.findUnique({ where: { draftId: id }, select: { claimedAt: true, reviewer: person } }),
    db.comment.findMany({
      where: { draftId: id },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      select: { id: true, at: true, text: true, author: person },
    }),
    db.returnedText.findFirst({
      where: { draftId: id },
      orderBy: { version: 'desc' },
      select: { text: true },
    }),
    unscopedApprovals(db, found),
    unscopedTextOf(found),
  ])
  // Of several that of another counts for more: with it the viewer may publish.
  const approval = approvals.find(({ reviewer }) => reviewer.id !== viewer.id) ?? approvals[0] ?? null
  const isLive = claim && now.getTime() - claim.claimedAt.getTime() < claimMs
  return { claim: isLive ? claim : null, comments, approval, text, before: returned?.text || null }
}

export type ReviewView = NonNullable<Awaited<ReturnType<typeof getReview>>>

/**
 * What stands now in the fields of a form of a stale version: the draft as it was saved meanwhile, or else the wording
 * in force. Null when the draft is gone or handed in, and nothing is left to merge with.
 */
export async function draftAsItStands(viewer: Member, input: Kept): Promise<Fields | null> {
  const { kind, draftId, draftVersion } = input
  const sent = await unscopedSentBefore(viewer.id, { ...input, subjectId: subjectToAmend(input) })
  const id = draftId ?? sent?.id
  const draft = id ? await getDraft(viewer, id).catch(() => null) : null
  if (id && (!draft || !may(viewer, 'draft.edit', draft.situation))) return null
  if (draft && draft.version !== draftVersion) return fieldsOfDraft(draft)
  const subjectId = draft ? draft.subjectId : input.id
  const inForce = await inForceOf(viewer, kind, subjectId)
  const base = inForce && { id: subjectId ?? '', version: String(inForce.version) }
  return inForce && { ...inForce.fields, ...(draft ? ownFields(draft) : {}), ...base }
}

type Row = Prisma.DraftGetPayload<{ select: typeof facts }>

function lineOf(row: Row) {
  const { id, kind, state, version, savedAt, submittedAt, returnReason, subjectId, baseVersion } = row
  const title = draftKinds[kind].title(readBody(row).fields)
  const act = draftKinds[kind].act(baseVersion !== null || (subjectId !== null && state !== 'PUBLISHED'))
  const href = `/desk/${kind === 'IMPORT' ? 'imports' : 'drafts'}/${id}`
  return {
    ...{ id, href, kind, state, version, savedAt, submittedAt, returnReason, act },
    author: row.author.name,
    title: { ...title, text: row.import?.fileName ?? (title.text || 'Without a title yet') },
  }
}

async function listed(where: Prisma.DraftWhereInput, orderBy: Prisma.DraftOrderByWithRelationInput) {
  const rows = await db.draft.findMany({
    where,
    orderBy: [orderBy, { id: 'asc' }],
    take: 100,
    select: facts,
  })
  const told = new Map<string, DraftSummary>()
  for (const [kind, alike] of Map.groupBy(rows, (row) => row.kind)) {
    const drafts = alike.map((row) => ({ ...row, ...readBody(row), author: row.author.name }))
    for (const line of (await draftKinds[kind].lines?.(drafts)) ?? []) told.set(line.id, line)
  }
  return rows.map((row) => ({ ...lineOf(row), line: told.get(row.id) ?? null }))
}

export type DraftLine = Awaited<ReturnType<typeof listed>>[number]

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
export async function listQueue(viewer: Member): Promise<{ items: DraftLine[]; count: number }> {
  if (!may(viewer, 'draft.publish', 'submitted, other')) return { items: [], count: 0 }
  const where = { state: 'SUBMITTED' as const, authorId: { not: viewer.id } }
  const [items, count] = await Promise.all([listed(where, { submittedAt: 'asc' }), db.draft.count({ where })])
  return { items, count }
}
