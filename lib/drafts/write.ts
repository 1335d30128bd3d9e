// Drafts of summits, commitments and merges: made, saved, handed in, taken back, thrown away.

import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { authorize, may } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, once } from '#lib/database/client.ts'
import { unscopedRefuseUnfit } from '#lib/drafts/fit.ts'
import type { ActInput, Kept } from '#lib/drafts/input.ts'
import {
  fieldsOf,
  inForceOf,
  type Said,
  unscopedCurrentDraft,
  unscopedDraftConflict,
} from '#lib/drafts/standing.ts'
import { Conflict } from '#lib/errors.ts'
import type { Fields } from '#lib/forms/state.ts'
import { situationOf } from '#lib/updates/rules.ts'

type Act = z.output<typeof ActInput>
const open = { in: ['DRAFT' as const, 'RETURNED' as const] }

/**
 * Saves what a form holds, as a new draft or over the one it names, and hands it in when that was asked. Conflict, with
 * what stands now, when the draft moved or what it amends did. The same form sent twice is one draft.
 */
export async function keepDraft(viewer: Member, input: Kept, now = new Date()): Promise<Act> {
  const subjectId = await subjectOf(viewer, input)
  await unscopedRefuseUnfit(input, subjectId)
  const kept = input.draftId
    ? await save(viewer, input, { id: input.draftId, version: input.draftVersion ?? 0 }, now)
    : await begin(viewer, input, subjectId, now)
  if (input.act === 'submit') await submitDraft(viewer, kept, now)
  return kept
}

/** What the draft is about, which stays what it was when it was begun; refuses a wording that was written from an old one. */
async function subjectOf(viewer: Member, input: Kept): Promise<string | null> {
  const begun = input.draftId ? await unscopedCurrentDraft(input.draftId) : null
  const subjectId = begun ? begun.subjectId : input.id
  const inForce = await inForceOf(viewer, input.kind, subjectId)
  if (inForce && inForce.version !== input.version)
    throw new Conflict(
      'It was amended while you were writing. What you typed is still here; sent again, it is written over what stands now.',
      { ...differing(inForce.fields, fieldsOf(input)), version: String(inForce.version) },
    )
  return subjectId
}

/** The fields whose value now is another than what was sent. */
function differing(now: Fields, sent: Fields): Fields {
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => (sent[name] ?? '') !== value))
}

async function begin(
  viewer: Member,
  { kind, body, version, requestKey }: Kept,
  subjectId: string | null,
  now: Date,
): Promise<Act> {
  authorize(viewer, 'draft.begin', 'any')
  const select = { id: true, version: true, body: true } as const
  const find = async () =>
    requestKey ? db.draft.findFirst({ where: { requestKey, authorId: viewer.id, kind }, select }) : null
  const data = { kind, body, subjectId, baseVersion: version, requestKey, authorId: viewer.id, savedAt: now }
  const { body: kept, ...found } = await once(find, () => db.draft.create({ data, select }))
  // A form sent again with other words says something newer, unless the draft has been worked on since.
  if (isDeepStrictEqual(kept, JSON.parse(JSON.stringify(body)))) return found
  return save(viewer, { kind, body } as Said, { id: found.id, version: 1 }, now, version)
}

async function save(
  viewer: Member,
  said: Said & { version?: number | null },
  { id, version }: Act,
  now: Date,
  baseVersion = said.version ?? null,
): Promise<Act> {
  const found = await unscopedCurrentDraft(id)
  if (found.version !== version && may(viewer, 'draft.read', situationOf(viewer, found)))
    throw await unscopedDraftConflict(id)
  authorize(viewer, 'draft.edit', situationOf(viewer, found))
  const { count } = await db.draft.updateMany({
    where: { id, version, kind: said.kind, state: open },
    data: { body: said.body, baseVersion, savedAt: now, version: version + 1 },
  })
  if (count === 0) throw await unscopedDraftConflict(id)
  return { id, version: version + 1 }
}

/** Hands an own draft to the reviewers. The same version handed in twice, also at once, is one act. */
export async function submitDraft(viewer: Member, { id, version }: Act, now = new Date()): Promise<string> {
  const isDone = ({ state, authorId, ...found }: Awaited<ReturnType<typeof unscopedCurrentDraft>>) =>
    state === 'SUBMITTED' && authorId === viewer.id && [version, version + 1].includes(found.version)
  const found = await unscopedCurrentDraft(id)
  if (isDone(found)) return id
  authorize(viewer, 'draft.submit', situationOf(viewer, found))
  const data = { state: 'SUBMITTED' as const, submittedAt: now, version: version + 1 }
  const { count } = await db.draft.updateMany({ where: { id, version, state: open }, data })
  if (count === 0 && !isDone(await unscopedCurrentDraft(id))) throw await unscopedDraftConflict(id)
  return id
}

/** Takes an own draft back from the reviewers. */
export async function recallDraft(viewer: Member, { id, version }: Act): Promise<string> {
  authorize(viewer, 'draft.recall', situationOf(viewer, await unscopedCurrentDraft(id)))
  const { count } = await db.draft.updateMany({
    where: { id, version, state: 'SUBMITTED' },
    data: { state: 'DRAFT', version: version + 1 },
  })
  if (count === 0) throw await unscopedDraftConflict(id)
  return id
}

/** Throws an own draft away. */
export async function discardDraft(viewer: Member, { id, version }: Act): Promise<void> {
  authorize(viewer, 'draft.discard', situationOf(viewer, await unscopedCurrentDraft(id)))
  const { count } = await db.draft.deleteMany({ where: { id, version, state: open } })
  if (count === 0) throw await unscopedDraftConflict(id)
}
