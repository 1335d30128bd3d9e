// The reviewer's acts on a draft of any kind (four-eyes principle): return, approve, publish one or several.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, type Tx } from '#lib/database/client.ts'
import { env } from '#lib/env.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '#lib/errors.ts'
import { unscopedApprovals } from '#lib/review/approvals.ts'
import {
  type Current,
  changeDraftWhere,
  contentOf,
  readBody,
  situationAt,
  unscopedConflict,
  unscopedCurrentDraft,
  unscopedPass,
} from '#lib/review/current.ts'
import type { Act, ReturnInput, TogetherInput } from '#lib/review/input.ts'
import { factLines } from '#lib/review/kinds/kind.ts'
import type { Outcome } from '#lib/review/rules.ts'

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
  await publishOrApprove(viewer, act, now)
  return act.id
}

async function publishOrApprove(
  viewer: Member,
  act: Act,
  now: Date,
  how?: 'together',
): Promise<'published' | 'approved'> {
  authorize(viewer, 'draft.publish', await situationAt(viewer, act))
  const draft = await unscopedCurrentDraft(act.id)
  const content = contentOf(draft)
  const outcome = await db.$transaction(async (tx) => {
    // Locks its row: of two who publish at once the second finds it published, or approved.
    const { count } = await tx.draft.updateMany({
      where: changeDraftWhere('publish', act),
      data: { version: act.version },
    })
    if (count === 0) return null
    const publishing = { tx, now, proposedBy: draft.authorId }
    if (how === 'together' && !(await content.isRoutine?.(draft, publishing)))
      throw new Conflict('it says something else than what is in force now, and is read by itself.')
    if (env().SECOND_REVIEWER && content.isWeighty && !(await isApprovedByOther(tx, viewer, act))) {
      await content.refusePublisher?.(viewer, publishing)
      const data = { draftId: act.id, version: act.version, reviewerId: viewer.id, at: now }
      await tx.approval.createMany({ data: [data], skipDuplicates: true })
      return 'approved'
    }
    const subjectId = await content.publish(viewer, draft, publishing)
    const given = { publishedAt: now, publishedById: viewer.id, subjectId }
    return (await unscopedPass(tx, 'publish', act, given)) ? 'published' : null
  }, long)
  if (!outcome) throw await unscopedConflict(act.id)
  return outcome
}

async function isApprovedByOther(tx: Tx, viewer: Member, act: Act): Promise<boolean> {
  return (await unscopedApprovals(tx, act)).some(({ reviewer }) => reviewer.id !== viewer.id)
}

/** Publishes several drafts that say what many say, each by itself; returns what became of each. */
export async function publishTogether(
  viewer: Member,
  { items }: z.output<typeof TogetherInput>,
  now = new Date(),
): Promise<Outcome[]> {
  authorize(viewer, 'draft.publish', 'submitted, other')
  const done: Outcome[] = []
  for (const [id, version] of Object.entries(items)) {
    const became = await publishOrApprove(viewer, { id, version }, now, 'together').then(
      (outcome) => ({ outcome, fault: null }),
      (error) => ({ outcome: 'refused' as const, fault: refusalOf(error) }),
    )
    done.push({ id, ...became })
  }
  return done
}

function refusalOf(error: unknown): string {
  if (
    [Conflict, Invalid, NotAllowed, NotFound].some((kind) => error instanceof kind) &&
    error instanceof Error
  )
    return error.message
  throw error
}
