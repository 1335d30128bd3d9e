import { expect, test } from '#e2e/signed-in.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { submitDraft } from '#lib/review/write.ts'
import { keepClaim, makeDraft } from '#testing/make.ts'

const word = 'w'.repeat(190)
const address = `https://ministry.example/${'p'.repeat(400)}`

test('words and addresses without an end fit 360 pixels, on the desk and in public', async ({ as }) => {
  const { author, claim, ref, reviewer, commitmentId } = await makeDraft()
  const said = { ...claim, commitmentId, headline: { en: word }, note: { en: `It stands at ${address}.` } }
  const [open, handedIn] = [await keepClaim(author, said), await keepClaim(author, said)]
  const published = await keepClaim(author, said)
  for (const { id } of [handedIn, published]) await submitDraft(author, { id, version: 1 })
  await publishDraft(reviewer, { id: published.id, version: 2 })
  const { page } = await as('ANALYST', { member: author })
  await page.setViewportSize({ width: 360, height: 800 })
  const wide: unknown[] = []
  for (const path of [
    '/desk',
    `/desk/find?q=${word}`,
    `/desk/drafts/${open.id}`,
    `/desk/drafts/${handedIn.id}`,
    `/desk/updates/${published.id}`,
    `/desk/commitments/${ref}`,
    '/desk/activity',
    `/en/commitments/${ref}`,
    `/zh/commitments/${ref}`,
    `/en/search?q=${word}`,
    '/en',
    '/zh',
  ]) {
    await page.goto(path)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > 360) wide.push([path, width])
  }
  expect(wide).toEqual([])
})
