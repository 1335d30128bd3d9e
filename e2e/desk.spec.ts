import { faultsOf } from '#e2e/axe.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { makeDraft, makePublished } from '#testing/make.ts'

test('from anywhere ⌘K finds a draft by its words, and ? lists the keys', async ({ as }) => {
  const { page, member } = await as('ANALYST')
  const { claim, id } = await makeDraft({ author: member })
  await page.goto('/desk/captures')
  await page.keyboard.press('ControlOrMeta+k')
  const field = page.getByRole('combobox', { name: 'Go, search or do' })
  await expect(field).toBeFocused()
  await field.fill(claim.headline.en)
  await expect(page.getByRole('option', { name: claim.headline.en })).toHaveAttribute('aria-selected', 'true')
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/desk/drafts/${id}`)

  await page.goto('/desk')
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await expect(keys).toContainText('quote what is chosen')
  expect(await faultsOf(page)).toEqual([])
  await keys.getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  await page.keyboard.press('?')
  await expect(keys).toBeHidden()
})

test('without JavaScript the same is found on a page', async ({ as }) => {
  const { page, member } = await as('ANALYST', { javaScriptEnabled: false })
  const { claim } = await makeDraft({ author: member })
  await page.goto('/desk')
  await page.getByRole('link', { name: 'Find' }).click()
  await page.getByRole('searchbox').fill(claim.headline.en)
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: claim.headline.en }).click()
  await expect(page.getByRole('heading', { name: claim.headline.en })).toBeVisible()
})

for (const javaScriptEnabled of [true, false])
  test(`a draft thrown away comes back by Undo, and silence is recorded, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    as,
  }) => {
    const { page, member } = await as('ANALYST', { javaScriptEnabled })
    const { claim, id } = await makeDraft({ author: member })
    await page.goto(`/desk/updates/${id}`)
    await page.getByText('Throw this draft away').click()
    await page.getByRole('button', { name: 'Throw it away' }).click()
    await expect(page.getByText('The draft is thrown away.')).toBeVisible()
    await page.getByRole('link', { name: 'Undo' }).click()
    await expect(page.getByLabel('Headline').first()).toHaveValue(claim.headline.en)

    const { ref } = await makePublished({ status: 'STALLED', occurred: '2024-01-10' })
    await page.goto(`/desk/commitments/${ref}/no-change`)
    await expect(page.getByText('The two sides met.')).toBeVisible()
    if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Hand it in' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Say where you looked')
    await page.getByLabel('Where you looked').fill('Both ministries’ sites, for “lamp” and “灯”.')
    await page.getByRole('button', { name: 'Hand it in' }).click()
    await expect(page.getByText('It waits for a second person')).toBeVisible()
    await expect(page.getByText('Both ministries’ sites')).toBeVisible()
  })
