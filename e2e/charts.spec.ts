import type { Page } from '@playwright/test'
import { faultsOf } from '#e2e/axe.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { makeCommitment, makePublished } from '#testing/make.ts'

const today = new Date().toISOString().slice(0, 10)

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the dashboard says what changed, switches to another summit, and compares two', async ({ page }) => {
    const { commitmentId, slug } = await makeCommitment()
    const { claim } = await makePublished({ commitmentId, status: 'KEPT', occurred: today })
    await page.goto('/en')
    await expect(page.getByRole('heading', { name: 'What changed' })).toBeVisible()
    await expect(page.getByRole('link', { name: claim.headline.en }).first()).toBeVisible()
    await page.getByLabel('Summit shown').selectOption(slug)
    await page.getByRole('button', { name: 'Show it' }).click()
    await expect(page).toHaveURL(new RegExp(`summit=${slug}`))
    await expect(page.getByText('Of 1 commitment, 1 is kept.').first()).toBeVisible()
    await page.getByRole('link', { name: 'Compare it with another' }).click()
    await page.getByLabel('The other').selectOption('woodside-2023')
    await page.getByRole('button', { name: 'Compare' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Woodside summit')
    await expect(page.getByRole('heading', { name: 'Over time, on one axis' })).toBeVisible()
    await expect(page.getByRole('row', { name: /Military communication/ })).toContainText('None')
  })

  test('a correction is among what changed, in Chinese as well', async ({ page }) => {
    await page.goto('/zh?summit=woodside-2023')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d+项承诺中，.*最近一次状态更新：/)
    await expect(page.getByRole('heading', { name: '近期变化' })).toBeVisible()
    await expect(page.getByText('已更正：').first()).toBeVisible()
    await expect(page.getByRole('heading', { name: '状态随时间的变化' })).toBeVisible()
    await page.getByText('逐项列出计算过程').click()
    await expect(page.getByRole('columnheader', { name: '分值' })).toBeVisible()
  })

  const each = (page: Page) =>
    page
      .locator('a[href*="/charts/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
      .then((hrefs) => hrefs.filter((href) => /\/(csv|json|svg|png)\?/.test(href)))

  test('every chart of a summit is taken away in every format', async ({ page }) => {
    await page.goto('/zh/summits/woodside-2023')
    expect(await each(page)).toHaveLength(24)
  })

  for (const format of ['csv', 'json', 'svg', 'png'] as const)
    test(`every chart that is taken away as ${format} parses`, async ({ page, request }) => {
      await page.goto('/zh/summits/woodside-2023')
      const files = (await each(page)).filter((file) => file.includes(`/${format}?`))
      expect(files).toHaveLength(6)
      for (const href of files) {
        const answer = await request.get(href)
        expect([href, answer.status()]).toEqual([href, 200])
        expect(answer.headers()['content-disposition']).toMatch(
          /^attachment; filename="woodside-2023-[\w-]+-zh\.\w+"$/,
        )
        const body = await answer.body()
        if (format === 'png') expect(body.subarray(1, 4).toString()).toBe('PNG')
        if (format === 'png') expect(body.readUInt32BE(16)).toBe(1800)
        if (format === 'csv') expect(body.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
        if (format === 'json')
          expect(await answer.json()).toMatchObject({ summit: { slug: 'woodside-2023' } })
        if (format === 'svg') expect(answer.headers()['content-type']).toContain('image/svg+xml')
      }
    })

  test('a chart keeps its address and what it showed when something is published', async ({
    page,
    request,
  }) => {
    const { commitmentId, slug } = await makeCommitment()
    await makePublished({ commitmentId, status: 'UNDER_WAY', occurred: '2024-01-10' })
    await page.goto(`/en/charts/steps?summit=${slug}`)
    await page.getByRole('link', { name: 'an address with both clocks set' }).click()
    await expect(page.getByText('This is the world as it')).toBeVisible()
    const address = page.url()
    const svg = await (await request.get(address.replace('/steps?', '/steps/svg?'))).text()
    await makePublished({ commitmentId, status: 'KEPT', occurred: '2024-02-10' })
    await page.goto(address)
    await expect(page.getByText('Of 1 commitment, 1 is under way.')).toBeVisible()
    expect(await (await request.get(address.replace('/steps?', '/steps/svg?'))).text()).toBe(svg)
    await page.goto(`/en/charts/steps?summit=${slug}`)
    await expect(page.getByText('Of 1 commitment, 1 is kept.')).toBeVisible()
  })

  for (const [path, status, said] of [
    ['/en?summit=nowhere', 404, 'There is no summit “nowhere”.'],
    ['/en?page=99', 404, /There (is|are) only|not a page number/],
    ['/en?on=1999-01-01', 200, 'No commitment is recorded yet.'],
    ['/zh/compare?a=woodside-2023&b=nowhere', 404, '没有名为“nowhere”的峰会。'],
    ['/en/compare?a=woodside-2023&b=woodside-2023', 400, 'That is one summit twice'],
    ['/en/compare', 200, 'Choose two summits'],
    ['/en/charts/pie', 404, 'There is nothing at this address'],
    ['/en/charts/steps?summit=nowhere', 404, 'There is nothing at this address'],
    ['/en/charts/ribbons?status=GREAT', 400, '“GREAT” is not a status.'],
    ['/en/charts/ribbons?page=99', 404, /There (is|are) only/],
    ['/zh/charts/steps?on=2999-01-01', 400, '不能查询未来'],
  ] as const)
    test(`${path} is answered ${status} in words`, async ({ page }) => {
      const answer = await page.goto(path)
      expect(answer?.status()).toBe(status)
      await expect(page.getByText(said).first()).toBeVisible()
    })

  for (const [path, status] of [
    ['/en/charts/pie/csv', 404],
    ['/en/charts/steps/xls', 404],
    ['/en/charts/steps/csv?on=yesterday', 400],
    ['/zh/charts/ribbons/png?summit=nowhere', 200],
    ['/zh/charts/steps/png?summit=nowhere', 404],
    ['/en/charts/ribbons/json?ref=NO-1', 404],
    ['/en/charts/ribbons/json?ref=%27%20OR%201', 400],
  ] as const)
    test(`${path} is answered ${status} by the file`, async ({ request }) => {
      const answer = await request.get(path)
      expect(answer.status()).toBe(status)
      if (status !== 200) expect((await answer.json()).error).not.toBe('')
    })
})

test('the SVG of every chart is well-formed in a browser, and is seen without anything else', async ({
  page,
  request,
}) => {
  await page.goto('/en')
  for (const chart of ['ribbons', 'steps', 'score', 'parts', 'areas', 'parties', 'summits']) {
    const svg = await (await request.get(`/zh/charts/${chart}/svg`)).text()
    const found = await page.evaluate((text) => {
      const read = new DOMParser().parseFromString(text, 'application/xml')
      return [
        read.querySelector('parsererror')?.textContent ?? '',
        read.documentElement.getAttribute('viewBox') ?? '',
      ]
    }, svg)
    expect(found).toEqual(['', expect.stringMatching(/^0 0 1200 \d+$/)])
  }
})

test('two summits side by side have no fault that axe finds', async ({ page }) => {
  const { slug } = await makeCommitment()
  for (const language of ['en', 'zh']) {
    await page.goto(`/${language}/compare?a=woodside-2023&b=${slug}`)
    expect(await faultsOf(page)).toEqual([])
  }
})
