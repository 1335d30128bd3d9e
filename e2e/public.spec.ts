import { expect, test } from '#e2e/signed-in.ts'
import { makePublished } from '#testing/make.ts'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader follows a status from the dashboard down to the archived sentence', async ({ page }) => {
    const { ref, excerptId } = await makePublished()
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/^Of \d+ commitments?, /)
    await page.getByRole('link', { name: 'Commitments', exact: true }).click()
    await page.getByRole('searchbox').first().fill(ref)
    await page.getByRole('button', { name: 'Find' }).click()
    await expect(page).toHaveURL(new RegExp(`q=${ref}`))
    await page.locator(`a[href*="/commitments/${ref}"]`).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText('Verified quote').first()).toBeVisible()
    await page.locator(`a[href*="#excerpt-${excerptId}"]`).first().click()
    await expect(page.locator(`#excerpt-${excerptId}`)).toContainText('The two sides met.')
  })

  test('a word of the source leads to its sentence, and a count narrows what was found', async ({ page }) => {
    const { claim, id, ref, excerptId } = await makePublished({ status: 'STALLED' })
    await page.goto('/')
    await page.getByRole('link', { name: 'Search' }).click()
    await page.getByRole('searchbox').fill(claim.headline.en)
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 thing found')
    await page.getByRole('main').getByRole('link', { name: claim.headline.en }).click()
    await expect(page).toHaveURL(new RegExp(`/commitments/${ref}#update-${id}`))
    await page.goto(`/search?q=${encodeURIComponent('"two sides met"')}`)
    await page.getByRole('link', { name: 'Excerpts' }).click()
    await expect(page.getByRole('link', { name: 'Excerpts (show all)' })).toBeVisible()
    await page.locator(`a[href*="#excerpt-${excerptId}"]`).click()
    await expect(page.locator(`#excerpt-${excerptId}`)).toContainText('The two sides met.')
  })

  test('a status is cited with both clocks set, and its source with the archived copy', async ({
    page,
    request,
  }) => {
    const { ref, articleId } = await makePublished({ status: 'STALLED' })
    await page.goto(`/commitments/${ref}`)
    await page.getByRole('link', { name: 'Cite it' }).click()
    await expect(page.getByText(`(${ref}): stalled, as of`).first()).toBeVisible()
    const file = await request.get(`/commitments/${ref}/cite/bibtex`)
    expect(file.headers()['content-disposition']).toContain(`${ref.toLowerCase()}-`)
    const address = /url = \{(.*)\}/.exec(await file.text())?.[1] ?? ''
    await page.goto(address)
    await expect(page.getByText('This is the world as it')).toBeVisible()
    await expect(page.getByText('Stalled').first()).toBeVisible()
    const [item] = await (await request.get(`/articles/${articleId}/cite/csl`)).json()
    expect(item).toMatchObject({ type: 'webpage', archive: 'Followthrough' })
    expect((await request.get(`/articles/${articleId}/cite/word`)).status()).toBe(404)
  })

  test('what each side said stands side by side, with the words that are its own', async ({ page }) => {
    await page.goto('/summits/woodside-2023')
    await page.getByRole('link', { name: 'What each side said' }).click()
    const region = page.getByRole('region', { name: 'illicit drugs' })
    await expect(region.getByText('two-way street')).toBeVisible()
    await expect(region.locator('em').filter({ hasText: 'fentanyl' }).first()).toBeVisible()
    await expect(region.getByRole('link', { name: 'Secretary Blinken' }).first()).toBeVisible()
  })

  test('the commitments that were found are taken away as CSV and JSON', async ({ page, request }) => {
    const { ref } = await makePublished({ status: 'STALLED' })
    await page.goto(`/commitments?q=${ref}`)
    const csv = await request.get(
      (await page.getByRole('link', { name: 'CSV' }).last().getAttribute('href')) ?? '',
    )
    expect(csv.headers()['content-type']).toContain('text/csv')
    const text = await csv.text()
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(text).toContain(`${ref},summit-`)
    expect(text).toContain(',STALLED,2024-01-10')
    const json = await request.get(
      (await page.getByRole('link', { name: 'JSON' }).last().getAttribute('href')) ?? '',
    )
    expect(await json.json()).toMatchObject([{ ref, status: 'STALLED', parties: ['CN', 'US'] }])
    expect((await request.get('/commitments/export/csv?status=DONE')).status()).toBe(400)
    expect((await request.get('/commitments/export/xls')).status()).toBe(404)
  })

  test('what was not yet known is not shown, and the way back to now is', async ({ page }) => {
    const { ref } = await makePublished({ occurred: '2024-05-14' })
    await page.goto(`/commitments/${ref}?on=2024-05-13`)
    await expect(page.getByText('13 May 2024').first()).toBeVisible()
    await expect(page.getByText('The two sides met.')).toHaveCount(0)
    await page.goto(`/commitments/${ref}?on=2024-05-14`)
    await expect(page.getByText('The two sides met.').first()).toBeVisible()
  })

  for (const [path, status] of [
    ['/commitments/NO-SUCH-1', 404],
    ['/summits/nowhere', 404],
    ['/articles/nothing', 404],
    ['/commitments?page=999', 404],
    ['/commitments?page=two', 400],
    ['/commitments?status=DONE', 400],
    ['/?on=2024-02-30', 400],
    ['/?on=2999-01-01', 400],
    ['/commitments?known=yesterday', 400],
    [`/commitments?q=${'x'.repeat(300)}`, 400],
    ['/ledger?page=-1', 400],
    ['/search?kind=CAT', 400],
    ['/search?q=fentanyl&page=99', 404],
    [`/search?q=${'x'.repeat(2_000)}`, 400],
  ] as const)
    test(`${path.slice(0, 40)} is answered ${status} in words`, async ({ page }) => {
      const answer = await page.goto(path)
      expect(answer?.status()).toBe(status)
      await expect(page.getByRole('main')).not.toBeEmpty()
      expect(await page.content()).not.toMatch(/at \w+ \(|node_modules|PrismaClient/)
    })
})
