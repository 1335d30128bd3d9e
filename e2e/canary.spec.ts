import type { APIRequestContext } from '@playwright/test'
import { routes } from '#e2e/routes.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { unscopedNote } from '#lib/activity/note.ts'
import { unscopedParkForm } from '#lib/auth/parked-forms.ts'
import { CaptureInput } from '#lib/captures/input.ts'
import { startCapture } from '#lib/captures/write.ts'
import { db } from '#lib/database/client.ts'
import { ExcerptInput } from '#lib/excerpts/input.ts'
import { quoteExcerpt } from '#lib/excerpts/write.ts'
import { InviteInput } from '#lib/people/input.ts'
import { invitePerson } from '#lib/people/invite.ts'
import { ReportInput } from '#lib/reports/input.ts'
import { sendReport } from '#lib/reports/write.ts'
import { commentOnDraft } from '#lib/review/comments.ts'
import { correctUpdate } from '#lib/review/corrections.ts'
import { CommentInput, ReturnInput } from '#lib/review/input.ts'
import { returnDraft } from '#lib/review/publish.ts'
import { submitDraft } from '#lib/review/write.ts'
import { keepClaim, makeAmendment, makeDraft, makeExcerpt, makeMember, makePublished } from '#testing/make.ts'
import { beginImport } from '#testing/tables.ts'

const mark = `q${Date.now().toString(36)}`
/** A word that nobody would write, for each kind of thing that is not public; all of them begin alike. */
const canary = (kind: string) => `${mark}${kind}`

/** One of everything that is not public, each holding its word, around one commitment that is. */
async function plant() {
  const quote = 'They spoke of the pier.'
  const text = `${canary('articletext')} opens it. ${quote} ${canary('unquoted')} said the clerk.`
  const author = await makeMember('ANALYST')
  const source = await makeExcerpt(author, { text, exact: quote })
  const published = await makePublished({ author })
  const { commitmentId, ref, reviewer } = published
  const excerpt = { snapshotId: source.snapshotId, exact: canary('unquoted'), speaker: canary('speaker') }
  const { excerptId } = await quoteExcerpt(author, ExcerptInput.parse(excerpt))

  const draft = async (kind: string) => {
    const made = await makeDraft({ author, commitmentId })
    const claim = {
      ...made.claim,
      headline: { en: `${canary(`${kind}headline`)} pier` },
      note: { zh: `${canary(`${kind}note`)} pier` },
      evidence: [
        { source: `excerpt:${excerptId}`, bearing: 'CONTEXT', locator: canary(`${kind}locator`) },
        { source: `article:${source.articleId}`, bearing: 'SUPPORTS', locator: '' },
      ],
    }
    return keepClaim(author, claim, { draftId: made.id, draftVersion: 1 })
  }
  const kept = await draft('draft')
  const submitted = await draft('submitted')
  await submitDraft(author, submitted)
  const comment = { id: submitted.id, text: canary('comment') }
  await commentOnDraft(reviewer, CommentInput.parse(comment))
  const returned = await draft('returned')
  await submitDraft(author, returned)
  const back = { id: returned.id, version: returned.version + 1, reason: canary('reason') }
  await returnDraft(reviewer, ReturnInput.parse(back))
  const reason = canary('correctionreason')
  const corrected = await correctUpdate(author, { id: published.id, reason })

  const pasted = { way: 'paste', text: `${canary('capture')} was there. They spoke for three hours of it.` }
  const started = await startCapture(author, CaptureInput.parse(pasted))
  const sentence = { exact: quote, start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }
  const because = [canary('because')]
  const proposal = { ...sentence, snapshotId: source.snapshotId, commitmentId, score: 1, because }
  await db.proposal.create({ data: { ...proposal, bearing: 'SUPPORTS' } })
  await unscopedParkForm(null, '/desk/updates/new', { 'headline.en': canary('held') })
  const reported = { ref, text: canary('report'), contact: canary('contact'), on: '', known: '' }
  await sendReport({ kind: 'visitor' }, ReportInput('en').parse(reported), {
    language: 'en',
    sender: '192.0.2.7',
  })
  const amendment = await makeAmendment(ref, { author, title: `${canary('amendment')} pier` })
  const importId = await beginImport(author, `ref,title\n${ref},${canary('table')} pier\n`)
  const admin = await makeMember('ADMIN')
  const guest = { email: `${canary('guest')}@example.org`, role: 'ANALYST', way: 'link' }
  await invitePerson(admin, InviteInput.parse(guest))
  await unscopedNote(db, admin, 'EXPORTED', { words: canary('activity') })
  const { summit } = await db.commitment.findUniqueOrThrow({
    where: { id: commitmentId },
    select: { summit: { select: { slug: true } } },
  })
  return {
    emails: [author.email, reviewer.email, admin.email],
    made: {
      ref,
      slug: summit.slug,
      articleId: source.articleId,
      excerptId,
      draftId: kept.id,
      submittedId: submitted.id,
      publishedId: published.id,
      captureId: 'captureId' in started ? started.captureId : '',
      personId: author.id,
      proposedId: amendment.id,
      importId,
    },
    besides: [
      `/en/articles/${published.articleId}`,
      `/excerpts/${published.excerptId}/annotation.json`,
      ...[kept.id, submitted.id, returned.id, corrected].map((id) => `/en/commitments/${ref}?update=${id}`),
    ],
  }
}

/** Every address to ask as a visitor: all of the build's, in both languages, at several clocks, and what they link to. */
async function walk(request: APIRequestContext, first: string[], look: (path: string, text: string) => void) {
  const seen = new Set(first)
  for (const path of seen) {
    const answer = await request.get(path, { maxRedirects: 0 })
    const text = await answer.text()
    look(path, `${JSON.stringify(answer.headers())} ${text}`)
    const isFirst = first.includes(path)
    if (!isFirst || !/html/.test(answer.headers()['content-type'] ?? '')) continue
    for (const [, href = ''] of text.matchAll(/href="(\/[^"#]*)/g)) {
      const clean = href.replaceAll('&amp;', '&')
      // A picture takes a second to paint, and holds no word that could be found.
      if (!/^\/(_next|desk|sign-in|api)|\/png(\?|$)/.test(clean) && seen.size < 400) seen.add(clean)
    }
  }
  return seen.size
}

test('a word in everything that is not public stands in nothing that is', async ({ request }) => {
  test.slow()
  const { made, besides, emails } = await plant()
  const pages = Object.values(routes).flatMap(([who, pathOf]) => (who === 'everybody' ? [pathOf(made)] : []))
  const chinese = pages.map((path) => path.replace(/^\/en(?=\/|\?|$)/, '/zh'))
  const clocked = pages
    .filter((path) => path.startsWith('/en'))
    .map((path) => `${path}${path.includes('?') ? '&' : '?'}on=2024-06-01&known=2027-01-01`)
  const sought = ['pier', 'harbour', 'clerk', 'opens'].flatMap((word) => [
    `/en/search?q=${word}`,
    `/en/commitments?q=${word}`,
    `/en/commitments/export/json?q=${word}`,
  ])
  const wrong: string[] = []
  const asked = await walk(
    request,
    [...new Set([...pages, ...chinese, ...clocked, ...sought, ...besides])],
    (path, text) => {
      for (const [word] of text.matchAll(new RegExp(`${mark}\\w+`, 'g'))) wrong.push(`${path} shows ${word}`)
      for (const email of emails) if (text.includes(email)) wrong.push(`${path} shows an address of a person`)
    },
  )
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(60)
})
