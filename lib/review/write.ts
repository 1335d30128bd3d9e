// The author's acts on a draft of any kind: begin, save, submit, recall, discard.

import { isDeepStrictEqual } from 'node:util'
import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, once, type Tx } from '#lib/database/client.ts'
import { Conflict, Invalid } from '#lib/errors.ts'
import type { Fields } from '#lib/forms/state.ts'
import { fieldsIn, storable } from '#lib/review/body.ts'
import {
  type Current,
  changeDraftWhere,
  inForceOf,
  readBody,
  situationAt,
  subjectToAmend,
  unscopedConflict,
  unscopedCurrentDraft,
  unscopedFindDraft,
  unscopedPass,
  unscopedSentBefore,
  wasDiscarded,
} from '#lib/review/current.ts'
import type { Act, Kept } from '#lib/review/input.ts'
import type { DraftKind } from '#lib/review/rules.ts'

/**
 * Saves what a form holds, whatever that is, as a new draft or over the one it names, and hands it in when that was
 * asked: then it has to be right, or Invalid names the fields. Conflict, with how it stands now, when the draft moved or
 * what it amends did. The same form sent twice is one draft; sent again with other words, it says something newer.
 */
export async function keepDraft(viewer: Member, input: Kept, now = new Date()): Promise<Act> {
  const fields = storable(input.fields)
  const before = await begunBy(viewer, input)
  const subjectId = before ? before.subjectId : subjectToAmend(input)
  await refuseStale(viewer, input, subjectId)
  const { kind, requestKey, version: baseVersion } = input
  const begun = { kind, fields, subjectId, baseVersion, requestKey }
  // Before saving: a refusal after it would leave the form with a version that has passed.
  if (input.act === 'submit')
    await refuseUnfit({ ...begun, id: before?.id ?? '', authorId: viewer.id, body: fields }, now)
  const draft = before ?? (await beginDraft(viewer, begun, now))
  // A form sent twice finds its words saved. One sent again with other words saves them over the draft it had made.
  const act = { id: draft.id, version: input.draftVersion ?? 1 }
  const version = savedBefore(viewer, draft, act, begun) ?? (await saveDraft(viewer, act, begun, now))
  const kept = { id: draft.id, version }
  if (input.act === 'submit') await handIn(viewer, kept, now)
  return kept
}

/** The draft that a form goes on with: the one it names, or the one that it made when it was sent before. */
async function begunBy(viewer: Member, input: Kept): Promise<Current | null> {
  const { kind, draftId } = input
  if (!draftId) return unscopedSentBefore(viewer.id, { ...input, subjectId: subjectToAmend(input) })
  const found = await unscopedFindDraft({ id: draftId, kind })
  if (!found) throw wasDiscarded()
  return found
}

/** Refuses words that were written over a wording that is no longer in force. */
async function refuseStale(viewer: Member, { kind, version, fields }: Kept, subjectId: string | null) {
  const inForce = await inForceOf(viewer, kind, subjectId)
  if (!inForce || inForce.version === version) return
  const other = Object.entries(inForce.fields).filter(([name, value]) => (fields[name] ?? '') !== value)
  throw new Conflict(
    'It was amended while you were writing. What you typed is still here; sent again, it is written over what stands now.',
    { ...Object.fromEntries(other), version: String(inForce.version) },
  )
}

/** Invalid, naming the fields, where a draft could not be published as it is. */
async function refuseUnfit(draft: Omit<Current, 'state' | 'version'>, now: Date): Promise<void> {
  const { content, faults } = readBody(draft)
  if (!content) throw new Invalid(faults)
  await content.check(draft, now)
}

type Said = { fields: Fields; baseVersion: number | null }

/**
 * The version at which an own draft said these words before it was sent again; null when it says something else, or when
 * it is open, and more than a save lies between it and the form: then its author has not seen how it stands.
 */
function savedBefore(viewer: Member, draft: Current, act: Act, said: Said): number | null {
  const { state, version, authorId, baseVersion, body } = draft
  if (authorId !== viewer.id || state === 'PUBLISHED' || baseVersion !== said.baseVersion) return null
  if (!isDeepStrictEqual(fieldsIn(body), said.fields)) return null
  if (state === 'SUBMITTED') return version - 1
  // Forms are of open versions, and every act leads on by one: to the next open one leads a save alone.
  return version === act.version || version === act.version + 1 ? version : null
}

type Begun = Said & { kind: DraftKind; subjectId: string | null; requestKey: string | null }
/** The table of an import. */
type Table = { fileName: string; bytes: Uint8Array<ArrayBuffer> }

/**
 * Begins a draft, or finds the one that was begun with the same key, and returns it as it stands. Conflict where that
 * key made something else.
 */
export async function beginDraft(
  viewer: Member,
  { kind, fields, subjectId, baseVersion, requestKey, table }: Begun & { table?: Table },
  now = new Date(),
): Promise<Current> {
  authorize(viewer, 'draft.begin', 'any')
  const found = () => unscopedSentBefore(viewer.id, { kind, requestKey, subjectId })
  const made = { kind, body: fields, subjectId, baseVersion, requestKey, authorId: viewer.id, savedAt: now }
  const data = table ? { ...made, import: { create: table } } : made
  return once(found, async () =>
    unscopedCurrentDraft((await db.draft.create({ data, select: { id: true } })).id),
  )
}

/**
 * Begins a draft and hands it in, both or neither: `refuse` is asked in the same transaction. Returns the version that
 * was handed in, also when it was sent before. Invalid where it could not be published.
 */
export async function handInNew(
  viewer: Member,
  { fields, ...begun }: Begun,
  refuse: (tx: Tx) => Promise<void>,
  now = new Date(),
): Promise<Act> {
  authorize(viewer, 'draft.begin', 'any')
  const made = { ...begun, body: fields, authorId: viewer.id }
  await refuseUnfit({ ...made, id: '' }, now)
  const make = () =>
    db.$transaction(async (tx) => {
      await refuse(tx)
      const draft = await tx.draft.create({ data: { ...made, savedAt: now }, select: { id: true } })
      await unscopedHandIn(tx, draft.id, now)
      return draft
    })
  const { id } = await once(() => unscopedSentBefore(viewer.id, begun), make)
  return { id, version: 1 }
}

/** Saves an own draft, whatever is in it, and returns its new version. */
export async function saveDraft(
  viewer: Member,
  act: Act,
  { fields, baseVersion }: Said,
  now = new Date(),
): Promise<number> {
  authorize(viewer, 'draft.edit', await situationAt(viewer, act))
  if (!(await unscopedPass(db, 'save', act, { body: fields, baseVersion, savedAt: now })))
    throw await unscopedConflict(act.id)
  return act.version + 1
}

/** Hands an own draft to the reviewers. The same version handed in twice, also at once, is one act. */
export async function submitDraft(viewer: Member, act: Act, now = new Date()): Promise<string> {
  const found = await unscopedCurrentDraft(act.id)
  if (isHandedIn(viewer, found, act)) return act.id
  authorize(viewer, 'draft.submit', await situationAt(viewer, act))
  await refuseUnfit(found, now)
  return handIn(viewer, act, now)
}

async function handIn(viewer: Member, act: Act, now: Date): Promise<string> {
  if (await unscopedPass(db, 'submit', act, { submittedAt: now })) return act.id
  const found = await unscopedFindDraft({ id: act.id })
  if (found && isHandedIn(viewer, found, act)) return act.id
  throw await unscopedConflict(act.id)
}

// Only handing in leads from one version to a submitted one: what was submitted is what this version said.
function isHandedIn(viewer: Member, { state, authorId, version }: Current, act: Act): boolean {
  return state === 'SUBMITTED' && authorId === viewer.id && version === act.version + 1
}

/** Hands in what a job has made ready in the same transaction; who may was asked when the job was queued. */
export async function unscopedHandIn(tx: Tx, id: string, now: Date): Promise<void> {
  const { version } = await tx.draft.findUniqueOrThrow({ where: { id }, select: { version: true } })
  await unscopedPass(tx, 'submit', { id, version }, { submittedAt: now })
}

/** Takes an own draft back from the reviewers. */
export async function recallDraft(viewer: Member, act: Act): Promise<string> {
  authorize(viewer, 'draft.recall', await situationAt(viewer, act))
  if (!(await unscopedPass(db, 'recall', act))) throw await unscopedConflict(act.id)
  return act.id
}

/** Throws an own draft away. */
export async function discardDraft(viewer: Member, act: Act): Promise<void> {
  authorize(viewer, 'draft.discard', await situationAt(viewer, act))
  const { count } = await db.draft.deleteMany({ where: changeDraftWhere('save', act) })
  if (count === 0) throw await unscopedConflict(act.id)
}
