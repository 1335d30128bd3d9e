import { faultsOf } from '#e2e/axe.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { newsPage, openSite } from '#testing/site.ts'

const paragraphs = [
  'Officials of both sides met in Geneva on Tuesday and spoke for four hours about what had been promised.',
  'They launched a working group on harbour lights, and said that it would meet every three months from now on.',
  'A second meeting is planned for the autumn, in the town hall of the old port, an official said afterwards.',
]
const story = newsPage({ title: 'Talks on harbour lights', paragraphs })

for (const javaScriptEnabled of [true, false])
  test(`an address is captured, checked and kept, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    as,
  }) => {
    const site = await openSite({ '/story': story })
    const { page } = await as('ANALYST', { javaScriptEnabled })
    await page.goto('/desk/captures/new')
    await page.getByLabel('Address').fill('ftp://example.org/x')
    await page.getByRole('button', { name: 'Fetch it' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Write an address like')
    await page.getByLabel('Address').fill(`${site.origin}/story#top`)
    await page.getByRole('button', { name: 'Fetch it' }).click()

    await expect(page.getByRole('heading', { name: 'Check what was read' })).toBeVisible()
    await expect(page.getByLabel('Title')).toHaveValue('Talks on harbour lights')
    await expect(page.getByLabel('Published')).toHaveValue('2024-05-14')
    await expect(page.getByText('Filled in from: JSON-LD').first()).toBeVisible()
    if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([])
    await page.getByLabel('Title').fill('Talks on the lights of the harbour')
    await page.getByRole('button', { name: 'Keep it' }).click()
    await expect(page.getByText('Archived as')).toBeVisible()

    await page.goto('/desk/captures/new')
    await page.getByLabel('Address').fill(`${site.origin}/story?utm_source=letter`)
    await page.getByRole('button', { name: 'Fetch it' }).click()
    await expect(page.getByText('This address is recorded already')).toBeVisible()
    site.pages['/story'] = newsPage({
      title: 'Talks on harbour lights',
      paragraphs: [
        paragraphs[0] ?? '',
        'They did not launch anything, the paper wrote later in a correction of its report.',
      ],
    })
    await page.getByRole('button', { name: 'Take a new snapshot' }).click()
    await expect(page.getByText('It is recorded already')).toBeVisible()
    await expect(page.locator('ins').filter({ hasText: 'did not launch' })).toBeVisible()
    if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Archive it as a new snapshot' }).click()
    await expect(page.getByText('Archived as')).toBeVisible()
    await site.close()
  })

test('a text is pasted and a file uploaded by the same road', async ({ as }) => {
  const { page } = await as('ANALYST')
  await page.goto('/desk/captures/new')
  await page.getByRole('link', { name: 'Paste the text' }).click()
  await page.getByRole('textbox', { name: 'Text' }).fill(paragraphs.join('\n\n'))
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByRole('heading', { name: 'Check what was read' })).toBeVisible()
  await expect(page.getByText(paragraphs[1] ?? '')).toBeVisible()

  await page.goto('/desk/captures/new?way=file')
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Choose a file that is not empty.')
  const upload = (name: string, body: string) =>
    page.getByLabel('File').setInputFiles({ name, mimeType: 'text/html', buffer: Buffer.from(body) })
  await upload('story.exe', story)
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Choose an HTML page (.html), a PDF (.pdf)')
  await upload('story.html', story)
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByLabel('Title')).toHaveValue('Talks on harbour lights')
})

test('a capture shows its steps, survives a reload, is cancelled and tried again', async ({ as }) => {
  const site = await openSite({ '/slow': () => undefined })
  const { page } = await as('ANALYST')
  await page.goto('/desk/captures/new')
  await page.getByLabel('Address').fill(`${site.origin}/slow`)
  await page.getByRole('button', { name: 'Fetch it' }).click()
  const fetching = page.getByRole('listitem').filter({ hasText: 'Fetch the page' })
  await expect(fetching).toContainText('under way')
  await page.reload()
  await expect(fetching).toContainText('under way')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('The capture was cancelled.')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  site.pages['/slow'] = story
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByLabel('Title')).toHaveValue('Talks on harbour lights')
  await page.goto('/desk/captures')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('link', { name: `${site.origin}/slow` }).click()
  await page.getByRole('button', { name: 'Throw it away' }).click()
  await expect(page.getByRole('link', { name: `${site.origin}/slow` })).toHaveCount(0)
  await site.close()
})

test('what cannot be captured ends in a sentence and three ways on', async ({ as }) => {
  const site = await openSite({
    '/round': (_req, res) => void res.writeHead(302, { location: '/round' }).end(),
    '/busy': (_req, res) => void res.writeHead(429, { 'retry-after': '1' }).end(),
    '/script': '<!doctype html><title>App</title><div id="root"></div><script>draw()</script>',
    '/empty': '',
  })
  const { page } = await as('ANALYST')
  const sentences = {
    '/nothing': 'there is no page at this address',
    '/round': 'without arriving at a page',
    '/script': 'The page is only a program',
    '/empty': 'holds no text',
    '/busy': 'asked us to wait',
  }
  for (const [path, sentence] of Object.entries(sentences)) {
    await page.goto(
      `/desk/captures/new?${new URLSearchParams({ address: site.origin + path, title: 'Seen' })}`,
    )
    await page.getByRole('button', { name: 'Fetch it' }).click()
    await expect(page.getByRole('status').first()).toContainText(sentence)
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Upload the file' })).toBeVisible()
  }
  await page.getByRole('link', { name: 'Paste the text' }).click()
  await expect(page.getByLabel('Address')).toHaveValue(`${site.origin}/busy`)
  await site.close()
})

test('the bookmarklet opens the form with what was on the page', async ({ as }) => {
  const { page } = await as('ANALYST')
  await page.goto('/desk/captures/new')
  const bookmark = page.getByRole('link', { name: 'Capture this page' })
  await expect(bookmark).toHaveAttribute('href', /^javascript:/)
  const code = await bookmark.getAttribute('href')
  const site = await openSite({ '/story': story })
  await page.goto(`${site.origin}/story`)
  const opened = page.waitForEvent('popup')
  await page.evaluate((script) => new Function(script)(), code?.replace('javascript:', '') ?? '')
  const small = await opened
  await expect(small.getByLabel('Address')).toHaveValue(`${site.origin}/story`)
  await site.close()
})
