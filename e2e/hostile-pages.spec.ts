import { expect, test } from '#e2e/signed-in.ts'
import { hostilePage, payloads } from '#lab/payloads.ts'
import { RUNS } from '#testing/runs.ts'
import { openSite } from '#testing/site.ts'

const perPage = 420
const elsewhere = 'http://never.invalid'
// Every sixth of them each day, all of them in `npm run test:hostile`.
const all = payloads(elsewhere).filter((_, at) => RUNS > 1 || at % 6 === 0)

test('opened as they are, such pages do run scripts: the trial would notice', async ({ browser }) => {
  // Not the watched page: some of these scripts fail, and are meant to.
  const page = await browser.newPage()
  const site = await openSite({ '/raw': hostilePage(all.slice(0, perPage), elsewhere) })
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  await page.goto(`${site.origin}/raw`, { waitUntil: 'commit' })
  await expect.poll(() => asked.filter((url) => url.startsWith(elsewhere)).length).toBeGreaterThan(0)
  await page.close()
  await site.close()
})

for (let from = 0; from < all.length; from += perPage)
  test(`hostile pages ${from + 1} to ${from + perPage}, captured and opened signed in, run nothing and ask nobody`, async ({
    as,
  }) => {
    const { page } = await as('ANALYST')
    const foreign: string[] = []
    const own = new URL(process.env.BASE_URL ?? '').origin
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (url.origin !== own || url.pathname.includes('/ran')) foreign.push(request.url())
    })
    page.on('dialog', (dialog) => foreign.push(`dialog ${dialog.message()}`))
    const still = async () => {
      expect(await page.evaluate(() => 'ran' in window)).toBe(false)
      expect(await page.locator('main :is(img, iframe, object, embed, base, form form)').count()).toBe(0)
      expect(await page.locator('main a[href^="javascript:" i], main a[href^="data:" i]').count()).toBe(0)
      expect(foreign).toEqual([])
    }
    await page.goto('/desk/captures/new?way=file')
    const buffer = Buffer.from(hostilePage(all.slice(from, from + perPage), elsewhere))
    await page.getByLabel('File').setInputFiles({ name: 'hostile.html', mimeType: 'text/html', buffer })
    await page.getByRole('button', { name: 'Read it' }).click()
    await expect(page.getByRole('heading', { name: 'Check what was read' })).toBeVisible()
    await still()
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.getByText('Archived as').getByRole('link').click()
    await expect(page.getByLabel('Exact words')).toBeVisible()
    await still()
    await page.goto(page.url().replace('/desk', ''))
    await still()
  })
