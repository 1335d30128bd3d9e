import { expect, faultsOf, test } from '#e2e/signed-in.ts'

const unique = () => Date.now().toString(36)

for (const javaScriptEnabled of [true, false])
  test(`a reviewer records a summit and what was promised there, and amends it, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    as,
    page: reader,
  }) => {
    const slug = `harbour-${unique()}${javaScriptEnabled ? 'j' : 'n'}`
    const ref = `${slug.toUpperCase()}-1`
    const { page } = await as('REVIEWER', { javaScriptEnabled })
    await page.goto('/desk/summits')
    await page.getByRole('link', { name: 'Record a summit' }).first().click()
    await page.getByLabel('Short name for its address').fill('Not A Slug')
    await page.getByLabel('Name', { exact: true }).fill('Harbour summit')
    await page.getByLabel('Place', { exact: true }).fill('The old port')
    await page.getByLabel('First day').fill('2024-05-14')
    await page.getByLabel('Last day').fill('2024-05-13')
    await page.getByLabel('Party 1: code').fill('us')
    await page.getByLabel('Party 2: code').fill('AT')
    await page.getByRole('button', { name: 'Record it in public' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Use small letters')
    await expect(page.getByLabel('Party 2: code')).toHaveValue('AT')
    await page.getByLabel('Short name for its address').fill(slug)
    await page.getByLabel('Last day').fill('2024-05-14')
    await page.getByLabel('Name, if it is new').nth(1).fill('Austria')
    await page.getByRole('button', { name: 'Record it in public' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'entered in the ledger' })).toBeVisible()
    if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([])

    await page.getByRole('link', { name: 'Record a commitment' }).click()
    await page.getByLabel('Reference').fill(ref)
    await page.getByLabel('Title', { exact: true }).fill('Light the harbour')
    await page.getByLabel('What was promised').fill('Light the harbour by night.')
    await page.getByRole('button', { name: 'Record it in public' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Name the parties it binds.')
    await page.getByRole('checkbox', { name: 'Austria' }).check()
    await page.getByLabel('Or a new area').fill(`Harbours ${slug}`)
    await page.getByLabel('Due').fill('2025')
    await page.getByLabel('Kept when').fill('The lamps are lit.\nThey stay lit for a year.')
    if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Record it in public' }).click()
    await reader.goto(`/commitments/${ref}`)
    await expect(reader.getByText('They stay lit for a year.')).toBeVisible()

    await page.getByRole('link', { name: ref }).click()
    await expect(page.getByRole('checkbox', { name: 'Austria' })).toBeChecked()
    await expect(page.getByLabel('Kept when')).toHaveValue('The lamps are lit.\nThey stay lit for a year.')
    const other = await page.context().newPage()
    await other.goto(page.url())
    await page.getByLabel('Kept when').fill('The lamps are lit.')
    await page.getByRole('button', { name: 'Amend it in public' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'entered in the ledger' })).toBeVisible()
    await other.getByLabel('Title', { exact: true }).fill('Another title')
    await other.getByRole('button', { name: 'Amend it in public' }).click()
    await expect(other.getByRole('alert').first()).toContainText('Somebody amended this commitment')
    await expect(other.getByLabel('Title', { exact: true })).toHaveValue('Another title')
    await reader.goto(`/commitments/${ref}`)
    await expect(reader.getByText('They stay lit for a year.')).toBeHidden()
  })

test('an analyst sees summits and is told who records them', async ({ as }) => {
  const { page } = await as('ANALYST')
  await page.goto('/desk/summits')
  await expect(page.getByRole('link', { name: 'Record a summit' })).toHaveCount(0)
  await page.goto('/desk/summits/new')
  await expect(page.getByText('Reviewers record summits')).toBeVisible()
})
