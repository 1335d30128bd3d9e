import type { Page } from '@playwright/test'
import { expect, faultsOf, test } from '#e2e/signed-in.ts'
import { makeAmendment, makeCommitment, makePublished } from '#lib/testing/make.ts'

const unique = () => Date.now().toString(36)
const submit = (page: Page) => page.getByRole('button', { name: 'Submit for review' }).click()
const waits = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: 'waits for a second person' })).toBeVisible()

/** Opens the draft that the author has handed in, as somebody else. */
async function review(page: Page, author: Page): Promise<void> {
  await page.goto(new URL(author.url()).pathname)
}

for (const javaScriptEnabled of [true, false])
  test(`an analyst proposes a summit and what was promised there, a reviewer returns and publishes, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    as,
    page: reader,
  }) => {
    test.slow() // three people, each page twice
    const slug = `harbour-${unique()}${javaScriptEnabled ? 'j' : 'n'}`
    const ref = `${slug.toUpperCase()}-1`
    const { page } = await as('ANALYST', { javaScriptEnabled })
    const { page: reviewer } = await as('REVIEWER', { javaScriptEnabled })
    await page.goto('/desk/summits')
    await page.getByRole('link', { name: 'Record a summit' }).first().click()
    await page.getByLabel('Short name for its address').fill('Not A Slug')
    await page.getByLabel('Name', { exact: true }).fill('Harbour summit')
    await page.getByLabel('Place', { exact: true }).fill('The old port')
    await page.getByLabel('First day').fill('2024-05-14')
    await page.getByLabel('Last day').fill('2024-05-13')
    await page.getByLabel('Party 1: code').fill('us')
    await page.getByRole('button', { name: 'Add a party' }).click()
    await page.getByLabel('Party 3: code').fill('AT')
    await page.getByRole('button', { name: 'Remove party 2' }).click()
    await expect(page.getByLabel('Party 2: code')).toHaveValue('AT')
    await submit(page)
    await expect(page.getByRole('alert').first()).toContainText('Use small letters')
    await expect(page.getByLabel('Party 2: code')).toHaveValue('AT')
    await page.getByLabel('Short name for its address').fill(slug)
    await page.getByLabel('Last day').fill('2024-05-14')
    await page.getByLabel('Name, if it is new').nth(1).fill('Austria')
    await submit(page)
    await waits(page)
    await reader.goto(`/en/summits/${slug}`)
    await expect(reader.getByRole('heading', { name: 'Harbour summit' })).toHaveCount(0)
    await review(reviewer, page)
    if (javaScriptEnabled) expect(await faultsOf(reviewer)).toEqual([])
    await reviewer.getByRole('button', { name: 'Publish' }).click()
    await reviewer.getByRole('link', { name: 'As readers see it' }).click()
    await expect(reviewer.getByRole('heading', { name: 'Harbour summit' })).toBeVisible()

    await page.goto(`/desk/summits/${slug}`)
    await page.getByRole('link', { name: 'Record a commitment' }).click()
    await page.getByLabel('Reference').fill(ref)
    await page.getByLabel('Title', { exact: true }).fill('Light the harbour')
    await page.getByLabel('What was promised').fill('Light the harbour by night.')
    await submit(page)
    await expect(page.getByRole('alert').first()).toContainText('Name the parties it binds.')
    await page.getByRole('checkbox', { name: 'Austria' }).check()
    await page.getByLabel('Or a new area').fill(`Harbours ${slug}`)
    await page.getByLabel('Due').fill('2025')
    await page.getByRole('textbox', { name: 'Criterion 1' }).fill('They stay lit for a year.')
    await page.getByRole('button', { name: 'Add a criterion' }).click()
    await page.getByRole('textbox', { name: 'Criterion 2' }).fill('The lamps are lit.')
    await page.getByRole('button', { name: 'Move criterion 2 up' }).click()
    await expect(page.getByRole('textbox', { name: 'Criterion 1' })).toHaveValue('The lamps are lit.')
    await expect(page.getByRole('checkbox', { name: 'Austria' })).toBeChecked()
    if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([])
    await submit(page)
    await waits(page)

    await review(reviewer, page)
    await reviewer.getByText('Return it to').click()
    await reviewer.getByLabel('What should change').fill('Which harbour?')
    await reviewer.getByRole('button', { name: 'Return with this reason' }).click()
    await expect(reviewer).toHaveURL(/\/desk\/review$/)
    await page.goto('/desk')
    await expect(page.getByText('Which harbour?')).toBeVisible()
    await page.getByRole('link', { name: 'Light the harbour' }).click()
    await page.getByLabel('Title', { exact: true }).fill('Light the old harbour')
    await submit(page)
    await waits(page)
    await review(reviewer, page)
    await reviewer.getByRole('button', { name: 'Publish' }).click()
    await expect(reviewer.getByText('Published by')).toBeVisible()
    await reader.goto(`/en/commitments/${ref}`)
    await expect(reader.getByText('They stay lit for a year.')).toBeVisible()
  })

test('an amendment is read beside what stands; one written from an older wording is refused, and nothing typed is lost', async ({
  as,
  page: reader,
}) => {
  test.slow() // three people
  const { ref } = await makeCommitment({ title: 'Light the pier' })
  const before = new Date().toISOString()
  const author = await as('ANALYST')
  const other = await as('ANALYST', { javaScriptEnabled: false })
  for (const { page } of [author, other]) await page.goto(`/desk/commitments/${ref}`)
  await author.page.getByLabel('Title', { exact: true }).fill('Light the pier by night')
  await submit(author.page)
  await waits(author.page)
  const { page } = await as('REVIEWER')
  await page.goto('/desk/review')
  await page.getByRole('link', { name: 'Light the pier by night' }).click()
  await expect(page.locator('ins').filter({ hasText: 'by night' })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await expect(page.getByRole('button', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('r')
  await expect(page.getByLabel('A usual reason')).toBeFocused()
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('Published by')).toBeVisible()

  await other.page.getByLabel('Title', { exact: true }).fill('Another title')
  await submit(other.page)
  await expect(other.page.getByRole('alert').first()).toContainText('It was amended while you were writing')
  await expect(other.page.getByRole('region', { name: 'What both of you changed' })).toContainText('by night')
  await expect(other.page.getByLabel('Title', { exact: true })).toHaveValue('Another title')
  await submit(other.page)
  await waits(other.page)

  await reader.goto(`/en/commitments/${ref}`)
  await reader.locator('summary').filter({ hasText: 'Amended' }).click()
  await expect(reader.locator('ins').filter({ hasText: 'by night' })).toBeVisible()
  await reader.goto(`/en/commitments/${ref}?known=${before}`)
  await expect(reader.getByRole('heading', { name: 'Light the pier', exact: true })).toBeVisible()
})

test('an amendment saves itself after the last key, is not handed in by that, and stays after a reload', async ({
  as,
}) => {
  const { ref } = await makeCommitment({ title: 'Dredge the channel' })
  const { page } = await as('ANALYST')
  await page.goto(`/desk/commitments/${ref}`)
  const title = page.getByLabel('Title', { exact: true })
  await title.fill('Dredge the whole channel')
  await expect(page.getByText(/^Draft saved at/)).toBeVisible()
  await expect(page).toHaveURL(/\/desk\/drafts\/[\w-]{12}$/)
  await page.getByRole('button', { name: 'Add a criterion' }).click()
  await page.getByRole('textbox', { name: 'Criterion 2' }).fill('Ships of ten metres pass.')
  await expect(page.getByText(/^Draft saved at/)).toBeVisible()
  await page.reload()
  await expect(title).toHaveValue('Dredge the whole channel')
  await expect(page.getByRole('textbox', { name: 'Criterion 2' })).toHaveValue('Ships of ten metres pass.')
  await title.fill('')
  await expect(page.getByText(/^Not saved yet: Write/)).toBeVisible()
  await title.fill('Dredge it all')
  await submit(page)
  await waits(page)
  await page.goto(`/desk/commitments/${ref}`)
  await expect(page.getByRole('link', { name: 'Dredge it all' })).toHaveCount(1)
})

test('nobody publishes their own amendment, also when they are a reviewer', async ({ as }) => {
  const { ref } = await makeCommitment()
  const { page, member } = await as('REVIEWER')
  const { id } = await makeAmendment(ref, { author: member })
  await page.goto(`/desk/drafts/${id}`)
  await expect(page.getByText('nobody publishes their own')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish' })).toHaveCount(0)
})

test('two commitments that are one are merged: the old address leads on, and its updates count with the other', async ({
  as,
  page: reader,
}) => {
  const stays = await makeCommitment()
  const goes = await makeCommitment()
  const { claim } = await makePublished({ commitmentId: goes.commitmentId, status: 'KEPT' })
  const { page: author } = await as('ANALYST')
  await author.goto(`/desk/commitments/${goes.ref}`)
  await author.getByRole('link', { name: 'Merge it into another' }).click()
  await author.getByLabel('The one that stays').fill('NOWHERE-1')
  await author.getByLabel('Why they are one').fill('The same sentence of the same readout.')
  await submit(author)
  await expect(author.getByRole('alert').first()).toContainText('There is no commitment NOWHERE-1')
  await author.getByLabel('The one that stays').fill(stays.ref)
  expect(await faultsOf(author)).toEqual([])
  await submit(author)
  await waits(author)
  const { page } = await as('REVIEWER')
  await review(page, author)
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('Published by')).toBeVisible()
  await reader.goto(`/en/commitments/${goes.ref}`)
  await expect(reader.getByText(`Merged into ${stays.ref}`)).toBeVisible()
  expect(await faultsOf(reader)).toEqual([])
  await reader.getByRole('link', { name: 'a later update' }).click()
  await expect(reader).toHaveURL(new RegExp(`/commitments/${stays.ref}#update-`))
  await expect(reader.getByRole('heading', { name: claim.headline.en })).toBeVisible()
})
