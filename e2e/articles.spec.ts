import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/signed-in.ts'
import { makePublished } from '#testing/make.ts'

const text =
  'It rained on Monday.\n\n“We shall honour words with actions,” the minister said. Then “we shall” was said again.\nThey had tea.'

/** Archives a pasted text under a title, and opens it in the reader. */
async function archived(page: Page, facts: { title: string; text: string }): Promise<void> {
  await page.goto('/desk/captures/new?way=paste')
  await page.getByRole('textbox', { name: 'Text' }).fill(facts.text)
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByLabel('Title').fill(facts.title)
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByText('Archived as').getByRole('link').click()
  await expect(page.getByLabel('Exact words')).toBeVisible()
}

for (const javaScriptEnabled of [true, false])
  test(`an analyst archives an article and quotes it, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    as,
  }) => {
    const { page } = await as('ANALYST', { javaScriptEnabled })
    await page.goto('/desk/articles')
    await page.getByRole('link', { name: 'Capture a source' }).first().click()
    await page.getByRole('link', { name: 'Paste the text' }).click()
    await page.getByRole('textbox', { name: 'Text' }).fill(text)
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByLabel('Title').fill('A readout of a meeting')
    await page.getByLabel('Publisher').fill('The Ministry')
    await page.getByLabel('Published').fill('2024-13')
    await page.getByLabel('Kind').selectOption({ label: 'official readout' })
    await page.getByRole('button', { name: 'Keep it' }).click()

    await expect(page.getByRole('alert').first()).toContainText('Write the date like 2024-05-14')
    await expect(page).toHaveTitle(/^Error: /)
    await expect(page.getByLabel('Kind')).toHaveValue('OFFICIAL_READOUT')
    await expect(page.getByLabel('Publisher')).toHaveValue('The Ministry')
    await page.getByLabel('Published').fill('2024-05')
    await page.getByRole('button', { name: 'Keep it' }).click()

    await page.getByText('Archived as').getByRole('link').click()
    await expect(page.getByRole('heading', { name: 'A readout of a meeting' })).toBeVisible()
    await page.getByLabel('Exact words').fill('We shall honor words with action')
    await page.getByLabel('Who says it').fill('The minister')
    await page.getByRole('button', { name: 'Quote', exact: true }).click()
    await expect(page.getByRole('alert').first()).toContainText(
      'The nearest passage is: We shall honour words with action',
    )
    await expect(page.getByLabel('Who says it')).toHaveValue('The minister')
    await page.getByLabel('Exact words').fill('We shall honour words with actions')
    await page.getByRole('button', { name: 'Quote', exact: true }).click()

    await expect(page.getByRole('status').filter({ hasText: 'Quoted.' })).toBeVisible()
    await expect(
      page.locator('mark').filter({ hasText: 'We shall honour words with actions' }).first(),
    ).toBeVisible()
  })

test('selecting a passage and pressing h fills in the exact words, also across paragraphs', async ({
  as,
}) => {
  const { page } = await as('ANALYST')
  await archived(page, { title: 'Another readout', text })

  await page.evaluate(() => {
    const spans = document.querySelectorAll('[data-start]')
    const [first, last] = [spans[0]?.firstChild, spans[1]?.firstChild]
    if (first && last) document.getSelection()?.setBaseAndExtent(first, 3, last, 9)
  })
  await expect(page.getByRole('button', { name: 'Quote this' })).toBeVisible()
  await page.keyboard.press('h')
  await expect(page.getByLabel('Exact words')).toHaveValue('rained on Monday.\n“We shall')
  await page.getByRole('button', { name: 'Quote', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Quoted.' })).toBeVisible()
})

test('a form whose session has ended comes back after signing in', async ({ as }) => {
  const { page, member, endSession } = await as('ANALYST')
  await page.goto('/desk/captures/new?way=paste')
  await page.getByLabel('Address').fill('https://example.org/half-written')
  await page.getByRole('textbox', { name: 'Text' }).fill(text)
  await endSession()
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByText('Your session had ended. What you had written is kept')).toBeVisible()

  const target = new URL(page.url()).searchParams.get('next') ?? ''
  const other = await as('ANALYST')
  await other.page.goto(target)
  await expect(other.page.getByLabel('Address')).toHaveValue('')
  const again = await as('ANALYST', { member })
  await again.page.goto(target)
  await expect(again.page.getByLabel('Address')).toHaveValue('https://example.org/half-written')
  await expect(again.page.getByRole('textbox', { name: 'Text' })).toHaveValue(text)
})

test('visitors see the published quotes of a restricted article and not its text', async ({ page }) => {
  const canary = 'Cormorants nest on the pier.'
  const quote = { text: `${canary}\n${text}`, exact: 'It rained on Monday.' }
  const { articleId } = await makePublished({ quote })
  await page.goto(`/articles/${articleId}`)
  await expect(page.locator('mark', { hasText: 'It rained on Monday.' })).toBeVisible()
  expect(await page.content()).not.toContain(canary)
})
