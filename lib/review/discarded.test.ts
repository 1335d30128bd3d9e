import { beforeAll, expect, test, vi } from 'vitest'
import type { Member } from '#lib/auth/viewer.ts'
import { Conflict } from '#lib/errors.ts'
import { claimDraft } from '#lib/review/claims.ts'
import { commentOnDraft } from '#lib/review/comments.ts'
import { publishDraft, returnDraft } from '#lib/review/publish.ts'
import { submitDraft } from '#lib/review/write.ts'
import { makeDraft, makeMember } from '#testing/make.ts'
import { asOwner } from '#testing/owner.ts'

// The first of two approvals is an act of its own.
vi.hoisted(() => {
  process.env.SECOND_REVIEWER = '1'
})

let [reviewer]: Member[] = []
beforeAll(async () => {
  reviewer = await makeMember('REVIEWER')
})

const waiting = `SELECT 1 FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event_type = 'Lock'`

/** What becomes of an act on a draft that is being discarded: it was seen, and is gone before the act is written. */
async function whileDiscarded(act: (viewer: Member, id: string) => Promise<unknown>): Promise<unknown> {
  const { id, author } = await makeDraft({ status: 'KEPT' })
  await submitDraft(author, { id, version: 1 })
  return asOwner(async (client) => {
    await client.query('BEGIN')
    await client.query('DELETE FROM "Draft" WHERE id = $1', [id])
    const done = act(reviewer as Member, id).catch((error: unknown) => error)
    await asOwner((watcher) =>
      vi.waitUntil(async () => (await watcher.query(waiting)).rowCount, { timeout: 10_000 }),
    )
    await client.query('COMMIT')
    return done
  })
}

const acts: Record<string, (viewer: Member, id: string) => Promise<unknown>> = {
  'a comment': (viewer, id) => commentOnDraft(viewer, { id, text: 'Which day?', requestKey: null }),
  'taking it to review': (viewer, id) => claimDraft(viewer, { id }),
  'the first approval': (viewer, id) => publishDraft(viewer, { id, version: 2 }),
  'giving it back': (viewer, id) => returnDraft(viewer, { id, version: 2, reason: 'Which day?' }),
}

test.each(Object.keys(acts))('%s meets a draft thrown away at that moment: it is told so', async (name) => {
  const error = await whileDiscarded(acts[name] ?? (async () => null))
  expect(error).toBeInstanceOf(Conflict)
  expect(error).toMatchObject({ message: expect.stringContaining('thrown away') })
})
