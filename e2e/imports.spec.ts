import type { Page } from '@playwright/test'
import { faultsOf } from '#e2e/axe.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { makeCommitment } from '#testing/make.ts'
import { csvOf, tableRow } from '#testing/tables.ts'

const unique = () => crypto.randomUUID().slice(0, 8).toUpperCase()

async function upload(page: Page, text: string): Promise<void> {
  await page.goto('/desk/imports/new')
  const file = { name: 'promises.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
  await page.getByLabel('The table').setInputFiles(file)
  await page.getByRole('button', { name: 'Upload it and look' }).click()
}

for (const javaScriptEnabled of [true, false])
  test(`a table with faults is mended, confirmed, approved as a whole and recorded, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    as,
    page: reader,
  }) => {
    test.slow() // three people and the worker
    const made = await makeCommitment()
    const name = `ROW-${unique()}`
    const { page } = await as('ANALYST', { javaScriptEnabled })
    await upload(page, 'ref,title\n')
    await expect(page.getByRole('alert').first()).toContainText('a header and no rows')
    const wrong = csvOf([tableRow(made, `${name}-1`), tableRow(made, `${name}-2`, { due: 'soon' })])
    await upload(page, wrong.replace('title_en', 'what it is called'))
    await expect(page.getByText('Of 2 rows,')).toBeVisible()
    const cell = page.getByRole('row', { name: '3 H due Write the date like' })
    await expect(cell).toBeVisible()
    await expect(page.getByRole('button', { name: 'Submit for review' })).toHaveCount(0)
    await page.getByLabel('E: what it is called').selectOption({ label: 'Title' })
    await page.getByRole('button', { name: 'Look again' }).click()
    await expect(page.getByText('1 would be new and 1 cell is to be mended')).toBeVisible()
    if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([])

    await upload(page, csvOf([tableRow(made, `${name}-1`), tableRow(made, `${name}-2`)]))
    await expect(page.getByText('2 would be new')).toBeVisible()
    await page.getByText(`${name}-1:`).click()
    await expect(page.getByText('It stays done.').first()).toBeVisible()
    await page.getByRole('button', { name: 'Submit for review' }).click()
    await expect(page.getByText('An import that waits for a second person.')).toBeVisible()

    const { page: reviewer } = await as('REVIEWER', { javaScriptEnabled })
    await reviewer.goto(new URL(page.url()).pathname)
    await expect(reviewer.getByText('2 commitments are new and 0 amended')).toBeVisible()
    if (javaScriptEnabled) expect(await faultsOf(reviewer)).toEqual([])
    await reviewer.getByRole('button', { name: 'Publish' }).click()
    await expect(reviewer.getByText('An import that is over.')).toBeVisible()
    await reader.goto(`/en/commitments/${name}-2`)
    await expect(reader.getByRole('heading', { name: `Title of ${name}-2` })).toBeVisible()
  })

test('what is taken away as a table is taken back as no change', async ({ as }) => {
  const { ref } = await makeCommitment()
  const { page } = await as('ANALYST')
  const answer = await page.request.get(`/en/commitments/export/csv?q=${ref}`)
  await upload(page, await answer.text())
  await expect(page.getByText('Of 1 row, 1 says what is recorded already.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Submit for review' })).toHaveCount(0)
})

test('areas and parties are added, renamed in both languages and ordered, and readers see it', async ({
  as,
  page: reader,
}) => {
  const name = unique()
  const { page } = await as('REVIEWER', { javaScriptEnabled: false })
  await page.goto('/desk/areas')
  await page.getByLabel('Name', { exact: true }).fill(`Harbours ${name}`)
  await page.getByRole('button', { name: 'Add it in public' }).click()
  const slug = `harbours-${name.toLowerCase()}`
  const line = page.getByRole('listitem').filter({ hasText: slug })
  await line.getByRole('button', { name: 'up' }).click()
  await line.getByRole('link', { name: 'Rename' }).click()
  await page.getByLabel('Name', { exact: true }).fill('')
  await page.getByRole('button', { name: 'Rename it in public' }).click()
  await expect(page.getByRole('alert').first()).toContainText('English or Chinese')
  await page.getByLabel('Name', { exact: true }).fill(`Ports ${name}`)
  await page.getByLabel('Name in Chinese').fill('港口')
  await page.getByRole('button', { name: 'Rename it in public' }).click()
  await expect(line).toContainText('港口')
  await reader.goto('/en/commitments')
  await expect(reader.getByRole('option', { name: `Ports ${name}` })).toBeAttached()

  await page.goto('/desk/parties')
  await page.getByLabel('Code').fill('us')
  await page.getByLabel('Name', { exact: true }).fill('Somewhere')
  await page.getByRole('button', { name: 'Add it in public' }).click()
  await expect(page.getByRole('alert').first()).toContainText('capital letters')
  const code = `Z${name.replace(/\d/g, 'Q').slice(0, 6)}`
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Add it in public' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: code })).toContainText('Somewhere')
  const analyst = await as('ANALYST')
  for (const path of ['/desk/areas', '/desk/parties']) {
    await analyst.page.goto(path)
    await expect(analyst.page.getByText('Reviewers manage them.')).toBeVisible()
    await expect(analyst.page.getByRole('link', { name: 'Rename' })).toHaveCount(0)
    expect(await faultsOf(analyst.page)).toEqual([])
  }
})
