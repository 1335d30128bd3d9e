import { expect, test } from 'vitest'
import { ArticleInput } from '#lib/articles/input.ts'
import { captureArticle } from '#lib/articles/write.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { CaptureInput } from '#lib/captures/input.ts'
import { startCapture } from '#lib/captures/write.ts'
import { db } from '#lib/database/client.ts'
import { Conflict } from '#lib/errors.ts'
import { ExcerptInput } from '#lib/excerpts/input.ts'
import { quoteExcerpt } from '#lib/excerpts/write.ts'
import { startImport } from '#lib/imports/write.ts'
import { InviteInput } from '#lib/people/input.ts'
import { invitePerson } from '#lib/people/invite.ts'
import { commentOnDraft } from '#lib/review/comments.ts'
import { CommentInput, KeptInput } from '#lib/review/input.ts'
import { draftAsItStands } from '#lib/review/read.ts'
import { keepDraft } from '#lib/review/write.ts'
import { makeAmendment, makeCommitment, makeDraft, makeExcerpt, makeMember } from '#testing/make.ts'

const keep = (viewer: Member, form: object) => keepDraft(viewer, KeptInput.parse(form))

test('a draft’s key that made a draft of another kind, or another author’s, is refused in words', async () => {
  const [author, other] = [await makeMember(), await makeMember()]
  const requestKey = crypto.randomUUID()
  const { id } = await keep(author, { kind: 'UPDATE', requestKey, 'headline.en': 'Mine' })
  const others = { kind: 'COMMITMENT', requestKey, ref: 'X-1' }
  await expect(keep(author, others)).rejects.toThrow(Conflict)
  await expect(keep(author, others)).rejects.toThrow('This form was sent before.')
  const again = { kind: 'UPDATE', requestKey, 'headline.en': 'Theirs' }
  await expect(keep(other, again)).rejects.toThrow('This form was sent before.')
  const all = await db.draft.findMany({ where: { requestKey }, select: { id: true, body: true } })
  expect(all).toEqual([{ id, body: { 'headline.en': 'Mine' } }])
})

test('words on one commitment never land in the draft that the same key made on another', async () => {
  const [one, two] = [await makeCommitment(), await makeCommitment()]
  const author = await makeMember()
  const requestKey = crypto.randomUUID()
  const form = (id: string, ref: string) => ({ kind: 'COMMITMENT', id, version: 1, ref, requestKey })
  const kept = await keep(author, form(one.commitmentId, one.ref))
  const sent = form(two.commitmentId, two.ref)
  await expect(keep(author, sent)).rejects.toThrow('This form was sent before.')
  expect(await draftAsItStands(author, KeptInput.parse(sent))).toMatchObject({ id: two.commitmentId })
  expect(await db.draft.findUnique({ where: { id: kept.id }, select: { version: true } })).toEqual({
    version: 1,
  })
  expect((await makeAmendment(two.ref, { author })).commitmentId).toBe(two.commitmentId)
})

/** Every act that records something from a form: what it records of each text, and what is there of them all. */
const acts: Record<
  string,
  () => Promise<{ say: (by: Member, text: string, key: string) => Promise<unknown>; by?: 'ADMIN' }>
> = {
  'a comment': async () => {
    const { id, author } = await makeDraft()
    const reviewer = await makeMember('REVIEWER')
    return {
      say: (by, text, requestKey) =>
        commentOnDraft(
          by.role === 'ANALYST' ? author : reviewer,
          CommentInput.parse({ id, text, requestKey }),
        ),
    }
  },
  'an import': async () => ({
    say: (by, text, requestKey) =>
      startImport(by, { file: new File([`ref,title_en\nA-1,${text}\n`], 'same.csv'), requestKey }),
  }),
  'an article': async () => ({
    say: (by, text, requestKey) =>
      captureArticle(
        by,
        ArticleInput.parse({ title: 'One', language: 'en', kind: 'NEWS', access: 'OPEN', text, requestKey }),
      ),
  }),
  'a pasted text': async () => ({
    say: (by, text, requestKey) => startCapture(by, CaptureInput.parse({ way: 'paste', text, requestKey })),
  }),
  'a file': async () => ({
    say: (by, text, requestKey) =>
      startCapture(by, CaptureInput.parse({ way: 'file', file: new File([text], 'same.txt'), requestKey })),
  }),
  'an excerpt': async () => {
    const { snapshotId } = await makeExcerpt(await makeMember(), {
      text: 'First of all. The two sides met. Second.',
    })
    return {
      say: (by, exact, requestKey) => quoteExcerpt(by, ExcerptInput.parse({ snapshotId, exact, requestKey })),
    }
  },
  'an invitation': async () => ({
    by: 'ADMIN',
    say: (by, text, requestKey) => {
      const email = `${text.toLowerCase()}.${by.id}.${requestKey}@example.org`
      return invitePerson(by, InviteInput.parse({ email, role: 'ANALYST', way: 'mail', requestKey }))
    },
  }),
}

test.each(Object.keys(acts))(
  '%s sent again is one; with other words, or by another, it is one more',
  async (name) => {
    const made = await acts[name]?.()
    if (!made) throw new Error(name)
    const [one, two] = [await makeMember(made.by ?? 'ANALYST'), await makeMember(made.by ?? 'REVIEWER')]
    const requestKey = crypto.randomUUID()
    const first = await made.say(one, 'First', requestKey)
    expect(await made.say(one, 'First', requestKey)).toEqual(first)
    const second = await made.say(one, 'Second', requestKey)
    const others = await made.say(two, 'First', requestKey)
    expect(await made.say(one, 'Second', requestKey)).toEqual(second)
    expect(new Set([first, second, others].map((each) => JSON.stringify(each))).size).toBe(3)
  },
)
