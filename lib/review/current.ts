// Where a draft stands now, and optimistic locking: what is said to whoever acts on a version that has passed.

import { may } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, type Prisma, type Tx } from '#lib/database/client.ts'
import { Conflict, type Fault, NotFound } from '#lib/errors.ts'
import type { Fields } from '#lib/forms/state.ts'
import { fieldsIn } from '#lib/review/body.ts'
import type { Act } from '#lib/review/input.ts'
import type { Content } from '#lib/review/kinds/kind.ts'
import { draftKinds } from '#lib/review/kinds.ts'
import { type DraftKind, draftSituation, passages } from '#lib/review/rules.ts'

const facts = {
  id: true,
  kind: true,
  state: true,
  version: true,
  authorId: true,
  subjectId: true,
  baseVersion: true,
  body: true,
} as const
export type Current = Prisma.DraftGetPayload<{ select: typeof facts }>

export async function unscopedFindDraft(where: Prisma.DraftWhereInput): Promise<Current | null> {
  return db.draft.findFirst({ where, select: facts })
}

/** What a new form amends; null where it records something new. */
export const subjectToAmend = ({ kind, id }: { kind: DraftKind; id: string | null }) =>
  draftKinds[kind].inForce ? id : null

/** The draft that the same form made when its author sent it before, about the same subject. */
export async function unscopedSentBefore(
  authorId: string,
  { kind, requestKey, subjectId }: { kind: DraftKind; requestKey: string | null; subjectId: string | null },
): Promise<Current | null> {
  if (!requestKey) return null
  // What is published has become its own subject.
  return unscopedFindDraft({ requestKey, authorId, kind, OR: [{ subjectId }, { state: 'PUBLISHED' }] })
}

export async function unscopedCurrentDraft(id: string): Promise<Current> {
  const found = await unscopedFindDraft({ id })
  if (!found) throw new NotFound('draft')
  return found
}

/** What a draft says, as far as its form is filled. */
export function readBody({ kind, body }: { kind: DraftKind; body: unknown }) {
  const fields: Fields = fieldsIn(body)
  const { content, faults = [] } = draftKinds[kind].read(fields)
  return { fields, content, faults: faults as Fault[] }
}

/** What a submitted draft says. Conflict where it can no longer be read: the rules have changed since. */
export function contentOf(draft: Current): Content {
  const { content, faults } = readBody(draft)
  if (content) return content
  throw new Conflict(
    `Not all of this can be read any more: ${faults.map(({ message }) => message).join(' ')} Return it to its author.`,
  )
}

/** What is in force of that which a draft amends, and its version; null where it records something new. */
export function inForceOf(viewer: Member, kind: DraftKind, subjectId: string | null) {
  const { inForce } = draftKinds[kind]
  return subjectId && inForce ? inForce(viewer, subjectId) : null
}

/**
 * The situation of the draft whose `version` somebody acts on. Whoever acts on a stale version is told that, and how the
 * draft stands now, before being told that it is too late; nobody is told of a draft that they may not read.
 */
export async function situationAt(viewer: Member, { id, version }: Act) {
  const found = await unscopedCurrentDraft(id)
  const situation = draftSituation(viewer, found)
  if (found.version !== version && may(viewer, 'draft.read', situation)) throw await unscopedConflict(id)
  return situation
}

/** The rows that may go on as `passage` says: an import whose rows are being laid out waits for that. */
export const changeDraftWhere = (passage: keyof typeof passages, { id, version }: Act) => ({
  id,
  version,
  state: { in: [...passages[passage].from] },
  NOT: { import: { confirmedAt: { not: null } } },
})

/** Leads a draft on to its next version; false when it has moved meanwhile. */
export async function unscopedPass(
  tx: Pick<Tx, 'draft'>,
  passage: keyof typeof passages,
  act: Act,
  data: Prisma.DraftUncheckedUpdateManyInput = {},
): Promise<boolean> {
  const { to } = passages[passage]
  const { count } = await tx.draft.updateMany({
    where: changeDraftWhere(passage, act),
    data: { ...data, ...(to ? { state: to } : {}), version: act.version + 1 },
  })
  return count > 0
}

export const wasDiscarded = () =>
  new Conflict('This draft was thrown away meanwhile. What you typed is still here: save it as a new one.')

/** Waits for what is written beside a draft. Conflict where the draft was thrown away at that moment. */
export async function unlessDiscarded<T>(writing: Promise<T>): Promise<T> {
  return writing.catch((error) => {
    // A foreign key, whether Prisma or our own SQL names it.
    throw error instanceof Error && /_draftId_fkey\b/.test(error.message) ? wasDiscarded() : error
  })
}

/** The refusal of an act on a stale version, saying how the draft stands now. */
export async function unscopedConflict(id: string): Promise<Conflict> {
  const now = await unscopedFindDraft({ id })
  if (!now) return wasDiscarded()
  const { fields, content } = readBody(now)
  const told = content ? await content.facts() : Object.entries(fields)
  const state = now.state.toLowerCase()
  return new Conflict(
    `This changed while you were writing: it is ${state === 'draft' ? 'a draft' : state} now. What you typed is still here; below is how it stands now.`,
    {
      state,
      ...Object.fromEntries(told.flatMap(([name, text]) => (text ? [[name, text]] : []))),
      version: String(now.version),
    },
  )
}
