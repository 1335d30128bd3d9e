import { expect, test } from '#e2e/signed-in.ts'
import { db } from '#lib/database/client.ts'
import { ExcerptInput } from '#lib/excerpts/input.ts'
import { quoteExcerpt } from '#lib/excerpts/write.ts'
import { newsPage, openSite } from '#testing/site.ts'

const met =
  'Officials of both sides met in Geneva on Tuesday and spoke for four hours about what was promised.'
const launched =
  'They launched a working group on harbour lights, and said that it would meet every three months from now on.'
const denied = 'They did not launch anything, the paper wrote later in a correction of its first report.'

for (const javaScriptEnabled of [true, false])
  test(`a page that changed and then went is seen, and what it said is archived, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    as,
    page: reader,
  }) => {
    const title = `Lights of ${crypto.randomUUID()}`
    const site = await openSite({ '/story': newsPage({ title, paragraphs: [met, launched] }) })
    const { page, member } = await as('ANALYST', { javaScriptEnabled })
    await page.goto('/desk/captures/new')
    await page.getByLabel('Address').fill(`${site.origin}/story`)
    await page.getByRole('button', { name: 'Fetch it' }).click()
    await page.getByRole('button', { name: 'Keep it' }).click()
    await expect(page.getByText('Archived as')).toBeVisible()
    const { id: snapshotId, articleId } = await db.snapshot.findFirstOrThrow({
      where: { article: { title } },
    })
    await quoteExcerpt(member, ExcerptInput.parse({ snapshotId, exact: launched }))

    await page.goto(`/desk/articles/${articleId}`)
    const live = page.getByRole('region', { name: 'The live page' })
    await expect(live).toContainText('Nobody has looked at it since this was archived.')
    await live.getByRole('button', { name: 'Look now' }).click()
    await expect(live).toContainText('still says what was archived')
    site.pages['/story'] = newsPage({ title, paragraphs: [met, denied] })
    await live.getByRole('button', { name: 'Look now' }).click()
    await expect(live).toContainText('the passage quoted from it stands there no longer')
    await expect(live.locator('ins').filter({ hasText: 'did not launch' })).toBeVisible()
    delete site.pages['/story']
    await live.getByRole('button', { name: 'Look now' }).click()
    await expect(live).toContainText('The live page is gone')

    await page.goto('/desk/live-checks')
    await page.getByRole('link', { name: title }).click()
    await live.getByRole('button', { name: 'Archive what it said on' }).click()
    await expect(page.getByText('It is recorded already')).toBeVisible()
    await page.getByRole('button', { name: 'Archive it as a new snapshot' }).click()
    await expect(page.getByText('Archived as')).toBeVisible()
    await reader.goto(`/articles/${articleId}`)
    await expect(reader.getByText('The live page is gone; the archived copy stays')).toBeVisible()
    await site.close()
  })
