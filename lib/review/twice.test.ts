import { beforeAll, expect, test } from 'vitest'
import { CitationInput } from '#lib/articles/input.ts'
import { recordCitation } from '#lib/articles/write.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { CaptureInput } from '#lib/captures/input.ts'
import { startCapture } from '#lib/captures/write.ts'
import { db } from '#lib/database/client.ts'
import { isUnavailable } from '#lib/errors.ts'
import { ExcerptInput } from '#lib/excerpts/input.ts'
import { quoteExcerpt } from '#lib/excerpts/write.ts'
import { InviteInput } from '#lib/people/input.ts'
import { invitePerson } from '#lib/people/invite.ts'
import { commentOnDraft } from '#lib/review/comments.ts'
import { correctUpdate } from '#lib/review/corrections.ts'
import { CommentInput, KeptInput } from '#lib/review/input.ts'
import { recordNoChange } from '#lib/review/no-change.ts'
import { keepDraft } from '#lib/review/write.ts'
import { NoChangeInput } from '#lib/updates/input.ts'
import { makeDraft, makeExcerpt, makeMember, makePublished } from '#testing/make.ts'
import { RUNS } from '#testing/runs.ts'

let [analyst, admin]: Member[] = []
beforeAll(async () => {
  analyst = await makeMember('ANALYST')
  admin = await makeMember('ADMIN')
})

const counts = () =>
  Promise.all([
    db.draft.count(),
    db.comment.count(),
    db.article.count(),
    db.capture.count(),
    db.excerpt.count(),
    db.invitation.count(),
  ])

/** Every act that makes something from a form, as one that can be sent again and again. */
const acts: Record<string, (viewer: Member, requestKey: string) => Promise<() => Promise<unknown>>> = {
  'a draft': async (viewer, requestKey) => {
    const { claim } = await makeDraft({ author: viewer })
    return () => keepDraft(viewer, KeptInput.parse({ ...claim, kind: 'UPDATE', requestKey, act: 'submit' }))
  },
  'a comment': async (viewer, requestKey) => {
    const { id } = await makeDraft({ author: viewer })
    return () => commentOnDraft(viewer, CommentInput.parse({ id, text: 'Which day?', requestKey }))
  },
  'a correction': async (viewer) => {
    const { id } = await makePublished()
    return () => correctUpdate(viewer, { id, reason: 'The wrong month.' })
  },
  'an update that says no change was seen': async (viewer, requestKey) => {
    const { commitmentId } = await makePublished()
    const input = NoChangeInput.parse({ commitmentId, searched: 'Both ministries.', requestKey })
    return () => recordNoChange(viewer, input)
  },
  'a citation': async (viewer, requestKey) => {
    const facts = {
      title: 'A report',
      language: 'en',
      kind: 'NEWS',
      access: 'OPEN',
      requestKey,
      address: `https://example.org/${requestKey}`,
    }
    return () => recordCitation(viewer, CitationInput.parse(facts))
  },
  'a capture': async (viewer, requestKey) => {
    const text = 'They met on Monday, and spoke of harbours for three hours.'
    return () => startCapture(viewer, CaptureInput.parse({ way: 'paste', text, requestKey }))
  },
  'an excerpt': async (viewer, requestKey) => {
    const { snapshotId } = await makeExcerpt(viewer)
    const input = ExcerptInput.parse({ snapshotId, exact: 'They had tea.', requestKey })
    return () => quoteExcerpt(viewer, input)
  },
  'an invitation': async (_, requestKey) => {
    const sent = { email: `${requestKey}@example.org`, role: 'ANALYST', way: 'mail', requestKey }
    return () => invitePerson(admin as Member, InviteInput.parse(sent))
  },
}

const times = RUNS > 1 ? 100 : 25

test.each(Object.keys(acts))(`%s sent ${times} times at once is one, and answered the same`, async (name) => {
  const send = await acts[name]?.(analyst as Member, crypto.randomUUID())
  // A busy database may say that it does not answer just now: whoever sends again then finds what was made.
  const sent = (): Promise<unknown> =>
    send?.().catch((error) => (isUnavailable(error) ? sent() : Promise.reject(error))) ?? Promise.reject()
  const before = await counts()
  const answers = await Promise.all(Array.from({ length: times }, sent))
  const after = await counts()
  expect(after.reduce((sum, each, at) => sum + each - (before[at] ?? 0), 0)).toBe(1)
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
})
