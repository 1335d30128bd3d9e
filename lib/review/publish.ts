// The reviewer's acts on a draft of any kind (four-eyes principle): return, approve, publish one or several.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { env } from '#lib/env.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '#lib/errors.ts'
import {
  type Current,
  changeDraftWhere,
  contentOf,
  readBody,
  situationAt,
  unlessDiscarded,
  unscopedConflict,
  unscopedCurrentDraft,
  unscopedPass,
} from '#lib/review/current.ts'
import type { Act, ReturnInput, TogetherInput } from '#lib/review/input.ts'
import { factLines } from '#lib/review/kinds/kind.ts'

// An import or a merge records much at once.
const long = { timeout: 60_000 }

/** Gives a submitted draft back to its author, with the reason. What it said is kept, to be compared when it comes again. */
export async function returnDraft(
  viewer: Member,
  { reason, ...act }: z.output<typeof ReturnInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'draft.return', await situationAt(viewer, act))
  const text = await unscopedTextOf(await unscopedCurrentDraft(act.id))
  const given = { returnReason: reason, returnedById: viewer.id, returnedAt: now }
  const isDone = await db.$transaction(async (tx) => {
    if (!(await unscopedPass(tx, 'return', act, given))) return false
    await tx.returnedText.create({ data: { draftId: act.id, version: act.version, text } })
    return true
  })
  if (!isDone) throw await unscopedConflict(act.id)
  return act.id
}

/** A draft as lines of text; empty where it cannot be read. */
export async function unscopedTextOf(draft: Current): Promise<string> {
  const { content } = readBody(draft)
  return (await content?.text?.()) ?? factLines((await content?.facts()) ?? [])
}

/**
 * Publishes the version that the reviewer read: what it says is recorded, with its entry in the ledger, in one
 * transaction. Where two reviewers are asked for, the first approves it.
 */
export async function publishDraft(viewer: Member, act: Act, now = new Date()): Promise<string> {
  authorize(viewer, 'draft.publish', await situationAt(viewer, act))
  const draft = await unscopedCurrentDraft(act.id)
  const content = contentOf(draft)
  if (env().SECOND_REVIEWER && content.isWeighty && (await isFirstApproval(viewer, act, now))) return act.id
  const isDone = await db.$transaction(async (tx) => {
    // Locks its row: of two who publish at once the second finds it published.
    const { count } = await tx.draft.updateMany({
      where: changeDraftWhere('publish', act),
      data: { version: act.version },
    })
    if (count === 0) return false
    const publishing = { tx, now, proposedBy: draft.authorId }
    const subjectId = await content.publish(viewer, draft, publishing)
    return unscopedPass(tx, 'publish', act, { publishedAt: now, publishedById: viewer.id, subjectId })
  }, long)
  if (!isDone) throw await unscopedConflict(act.id)
  return act.id
}

/** Whether this was the first of two approvals, which it then records. The same person twice is still one. */
async function isFirstApproval(viewer: Member, { id, version }: Act, now: Date): Promise<boolean> {
  const data = { draftId: id, version, reviewerId: viewer.id, at: now }
  const approving = db.approval.createMany({ data: [data], skipDuplicates: true })
  const { count } = await unlessDiscarded(approving)
  if (count) return true
  const first = await db.approval.findUnique({ where: { draftId_version: { draftId: id, version } } })
  return first?.reviewerId === viewer.id
}

/** Publishes several drafts that say what many say, each by itself; returns what became of each. */
export async function publishTogether(
  viewer: Member,
  { items }: z.output<typeof TogetherInput>,
  now = new Date(),
): Promise<{ id: string; fault: string | null }[]> {
  authorize(viewer, 'draft.publish', 'submitted, other')
  const done: { id: string; fault: string | null }[] = []
  for (const [id, version] of Object.entries(items)) {
    const fault = await publishRoutine(viewer, { id, version }, now).then(() => null, refusalOf)
    done.push({ id, fault })
  }
  return done
}

async function publishRoutine(viewer: Member, act: Act, now: Date): Promise<void> {
  if (!contentOf(await unscopedCurrentDraft(act.id)).isRoutine)
    throw new Conflict('it says something else, and is read by itself.')
  await publishDraft(viewer, act, now)
}

function refusalOf(error: unknown): string {
  if (
    [Conflict, Invalid, NotAllowed, NotFound].some((kind) => error instanceof kind) &&
    error instanceof Error
  )
    return error.message
  throw error
}
