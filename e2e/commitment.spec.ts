import { extractText } from 'unpdf'
import { faultsOf } from '#e2e/axe.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { db } from '#lib/database/client.ts'
import { makeCommitment, makePublished } from '#testing/make.ts'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader takes a commitment along with all that it rests on', async ({ page, request }) => {
    const { ref, id, claim, excerptId } = await makePublished({ status: 'STALLED' })
    await page.goto(`/zh/commitments/${ref}`)
    await expect(page.getByText('没有独立发布者佐证这一状态')).toBeVisible()
    await expect(page.getByRole('code').filter({ hasText: `/c/${ref}` })).toBeVisible()
    const file = async (format: string) =>
      request.get(
        (await page.locator(`a[download][href$="${ref}/export/${format}"]`).getAttribute('href')) ?? '',
      )
    const json = await (await file('json')).json()
    expect(json.commitment).toMatchObject({ ref, parties: ['US', 'CN'] })
    expect(json.updates).toMatchObject([
      {
        id,
        status: 'STALLED',
        headline: claim.headline,
        independentPublishers: [],
        evidence: [{ grade: 'verified quote', bearing: 'SUPPORTS', excerpt: { id: excerptId } }],
      },
    ])
    const csv = await (await file('csv')).text()
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    expect(csv).toContain(`${ref},${id},,STALLED,2024-01-10,${claim.headline.en}`)
    expect((await request.get(`/en/commitments/${ref}/export/xls`)).status()).toBe(404)
    expect((await request.get('/en/commitments/NOWHERE-1/export/json')).status()).toBe(404)
    expect((await request.get(`/en/commitments/${ref}/export/json?on=soon`)).status()).toBe(400)
  })

  test('machines and sharers are told what a page says, and a title cannot break out of it', async ({
    page,
    request,
  }) => {
    const title = '</script><script>alert(1)</script> & "harbour"'
    const { ref, slug } = await makeCommitment({ title })
    await page.goto(`/en/commitments/${ref}`)
    const said = await page.locator('script[type="application/ld+json"]').textContent()
    expect(JSON.parse(said ?? '')).toMatchObject({ '@type': 'Report', headline: title, identifier: ref })
    expect(await page.locator('script').count()).toBe(1)
    const content = (name: string) =>
      page.locator(`meta[property="${name}"], meta[name="${name}"]`).getAttribute('content')
    expect(await content('og:title')).toBe(`${title} (${ref})`)
    expect(await content('og:locale')).toBe('en_GB')
    expect(await content('twitter:card')).toBe('summary_large_image')
    // A picture takes a second of a busy processor.
    test.slow()
    for (const address of [(await content('og:image')) ?? '', `/zh/summits/${slug}/card.png`]) {
      const picture = await request.get(address)
      expect(picture.headers()['content-type']).toBe('image/png')
      const bytes = await picture.body()
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
    }
    await page.goto(`/en/commitments/${ref}?on=2024-05-14`)
    expect(await page.locator('meta[property="og:image"]').count()).toBe(0)
    expect((await request.get('/en/commitments/NOWHERE-1/card.png')).status()).toBe(404)
  })

  test('printed, a commitment is a report: opened tables, sources’ addresses, numbered sheets, nothing to click', async ({
    page,
  }) => {
    await page.goto('/en/commitments/WOODSIDE-1?on=2026-01-01')
    const pdf = await page.pdf({ preferCSSPageSize: true })
    const { text } = await extractText(new Uint8Array(pdf), { mergePages: true })
    for (const said of [
      'Cooperate again against illicit drugs',
      'As the world stood on 1 January 2026',
      '/c/WOODSIDE-1',
      'https://www.whitehouse.gov/',
      'Independent publishers are counted by name',
    ])
      expect(text).toContain(said)
    expect(text).toMatch(/1 \/ \d/)
    // The rows of the table that is closed on the screen.
    expect(text).toMatch(/No update yet\s+15 November 2023/)
    for (const clicked of ['Sign in', 'Skip to the content', 'Short address', 'Cite it', 'as of now'])
      expect(text).not.toContain(clicked)
  })

  test('a summit is cited in the reader’s language, by an address that keeps both clocks', async ({
    page,
    request,
  }) => {
    await page.goto('/zh/summits/woodside-2023/cite?on=2024-05-14')
    await expect(page.getByText('截至2024年5月14日').first()).toBeVisible()
    const [item] = await (await request.get('/zh/summits/woodside-2023/cite/csl?on=2024-05-14')).json()
    expect(item).toMatchObject({ type: 'webpage', language: 'zh' })
    expect(item.URL).toContain('/summits/woodside-2023?on=2024-05-14&known=')
    expect((await request.get('/zh/summits/nowhere/cite/csl')).status()).toBe(404)
  })

  test('short addresses lead to a commitment, its summit, an update and an excerpt', async ({
    page,
    request,
  }) => {
    const { ref, id, articleId, excerptId } = await makePublished()
    const zh = { headers: { 'accept-language': 'zh-CN' }, maxRedirects: 0 }
    const leads = async (path: string) => (await request.get(path, zh)).headers().location
    expect(await leads(`/c/${ref.toLowerCase()}?on=2024-05-14`)).toBe(`/zh/commitments/${ref}?on=2024-05-14`)
    expect(await leads('/s/woodside-2023')).toBe('/zh/summits/woodside-2023')
    expect(await leads(`/u/${id}?on=2024-05-14`)).toBe(`/commitments/${ref}?on=2024-05-14#update-${id}`)
    expect(await leads(`/e/${excerptId}`)).toBe(`/articles/${articleId}#excerpt-${excerptId}`)
    expect((await request.get('/u/nothing')).status()).toBe(404)
    await page.goto(`/u/${id}`)
    await expect(page).toHaveURL(new RegExp(`/en/commitments/${ref}#update-${id}$`))
  })

  test('a reader reports an error; nothing typed is lost, and a reviewer decides it', async ({
    as,
    page,
  }) => {
    const { ref } = await makeCommitment()
    await page.goto(`/zh/commitments/${ref}?on=2024-05-14`)
    await page.getByRole('link', { name: '报告错误' }).click()
    await page.getByLabel('如何答复您').fill('reader@example.org')
    await page.getByRole('button', { name: '提交报告' }).click()
    await expect(page).toHaveTitle(/^错误：/)
    await expect(page.getByRole('alert')).toContainText('请写明错在哪里。')
    await expect(page.getByLabel('如何答复您')).toHaveValue('reader@example.org')
    const words = `日期不对，应为五月。${ref}`
    await page.getByLabel('错在哪里').fill(words)
    await page.getByRole('button', { name: '提交报告' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('谢谢，报告已提交')
    await expect(page).toHaveURL(new RegExp(`/zh/commitments/${ref}/report/sent$`))

    const reviewer = await as('REVIEWER', { javaScriptEnabled: false })
    await reviewer.page.goto('/desk')
    await reviewer.page.getByRole('link', { name: 'Decide what readers reported' }).click()
    const report = reviewer.page.getByRole('listitem').filter({ hasText: words })
    await expect(report).toContainText('reader@example.org')
    await expect(report.getByRole('link', { name: new RegExp(ref) })).toHaveAttribute('href', /on=2024-05-14/)
    await report.getByLabel('What came of it').fill('Corrected.')
    await report.getByRole('button', { name: 'Put right' }).click()
    await expect(reviewer.page.getByText('The report is decided.')).toBeVisible()
    await reviewer.page.getByRole('link', { name: 'Those that are decided' }).click()
    await expect(reviewer.page.getByRole('listitem').filter({ hasText: words })).toContainText('Put right by')
    const { contact } = await db.report.findFirstOrThrow({ where: { commitment: { ref } } })
    expect(contact).toBeNull()
  })

  test('a trap that is filled in is said, and a form of a stranger’s page is refused', async ({
    page,
    request,
  }) => {
    const { ref } = await makeCommitment()
    await page.goto(`/en/commitments/${ref}/report`)
    await page.getByLabel('What is wrong?').fill('Everything.')
    await page.getByLabel('Leave this field empty').fill('http://spam.example')
    await page.getByRole('button', { name: 'Send the report' }).click()
    await expect(page.getByRole('alert')).toContainText('The last field must stay empty')
    await expect(page.getByLabel('What is wrong?')).toHaveValue('Everything.')
    const stranger = { origin: 'https://evil.example' }
    const sent = await request.post(`/en/commitments/${ref}/report`, {
      headers: stranger,
      form: { text: 'x', ref },
    })
    expect(sent.status()).toBe(403)
    expect(await db.report.count({ where: { commitment: { ref } } })).toBe(0)
  })

  for (const language of ['en', 'zh'])
    test(`what each side said of one commitment is found from its page and leads back, in ${language}`, async ({
      page,
    }) => {
      const words = {
        en: { own: 'What each side said of it', back: 'All commitments of the summit, side by side' },
        zh: { own: '各方原话对照', back: '峰会全部承诺的各方原话' },
      }[language] ?? { own: '', back: '' }
      await page.goto(`/${language}/commitments/WOODSIDE-1?on=2026-01-01`)
      await page.getByRole('link', { name: words.own }).click()
      await expect(page.locator('em').filter({ hasText: 'fentanyl' }).first()).toBeVisible()
      await page.getByRole('link', { name: words.back }).click()
      await expect(page).toHaveURL(`/${language}/summits/woodside-2023/said?on=2026-01-01`)
    })
})

for (const language of ['en', 'zh'])
  for (const path of ['', '/said', '/report', '/report/sent'])
    test(`/${language}/commitments/WOODSIDE-1${path} has no fault that axe finds and fits 360 pixels`, async ({
      page,
    }) => {
      await page.goto(`/${language}/commitments/WOODSIDE-1${path}`)
      expect(await faultsOf(page)).toEqual([])
    })

test('/desk/reports has no fault that axe finds and fits 360 pixels', async ({ as }) => {
  const { commitmentId, ref } = await makeCommitment()
  // Two, because what is told apart by name on the page must stay apart.
  for (const text of ['Wrong.', 'Wrong as well.']) {
    const sha256 = `${commitmentId}${text.length}`.padEnd(64, '0')
    await db.report.create({ data: { commitmentId, address: `/en/commitments/${ref}`, text, sha256 } })
  }
  const { page } = await as('REVIEWER')
  await page.goto('/desk/reports')
  expect(await faultsOf(page)).toEqual([])
})
