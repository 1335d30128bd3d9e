import { faultsOf } from '#e2e/axe.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { submitDraft } from '#lib/review/write.ts'
import { makeCommitment, makeDraft } from '#testing/make.ts'

for (const javaScriptEnabled of [true, false])
  test(`two windows on one draft are merged field by field, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    as,
  }) => {
    const author = await as('ANALYST', { javaScriptEnabled })
    const { id } = await makeDraft({ author: author.member })
    const other = await author.page.context().newPage()
    for (const page of [author.page, other]) await page.goto(`/desk/updates/${id}`)

    await other.getByLabel('Headline', { exact: true }).fill('Theirs, on the harbour')
    await other.getByLabel('New status').selectOption('STALLED')
    await other.getByLabel('Where in it').fill('page 3')
    await other.getByRole('button', { name: 'Save draft' }).click()
    await expect(other).toHaveURL(/saved=\d/)

    const { page } = author
    await page.getByLabel('Headline', { exact: true }).fill('Mine, on the harbour')
    await page.getByLabel('Note (optional)').fill('What I found out.')
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
    await page.getByRole('button', { name: 'Save draft' }).click()
    expect((await answered).status()).toBe(409)
    await expect(page.getByRole('alert').first()).toContainText('Both of you changed one field')
    await expect(page.getByRole('alert').first()).toContainText('Only they changed 2 fields')
    await expect(page.getByLabel('Headline', { exact: true })).toHaveValue('Mine, on the harbour')
    await expect(page.getByLabel('Note (optional)')).toHaveValue('What I found out.')
    await expect(page.getByLabel('New status')).toHaveValue('STALLED')
    await expect(page.getByLabel('Where in it')).toHaveValue('page 3')
    await expect(page.getByText('Taken from the newer version. Before: Under way')).toBeVisible()
    if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([])

    const both = page.getByRole('region', { name: 'What both of you changed' })
    await expect(both).toContainText('Before')
    await both.getByRole('button', { name: 'Take theirs' }).click()
    await expect(page.getByLabel('Headline', { exact: true })).toHaveValue('Theirs, on the harbour')
    await both.getByRole('button', { name: 'Take yours' }).click()
    await expect(page.getByLabel('Headline', { exact: true })).toHaveValue('Mine, on the harbour')
    await page.getByRole('button', { name: 'Save draft' }).click()
    await expect(page).toHaveURL(/saved=\d/)
    await page.reload()
    await expect(page.getByLabel('Headline', { exact: true })).toHaveValue('Mine, on the harbour')
    await expect(page.getByLabel('Note (optional)')).toHaveValue('What I found out.')
    await expect(page.getByLabel('New status')).toHaveValue('STALLED')
  })

test('what was typed over a draft that is gone is saved as a new one', async ({ as }) => {
  const { page, member } = await as('ANALYST', { javaScriptEnabled: false })
  const { id } = await makeDraft({ author: member })
  const other = await page.context().newPage()
  for (const each of [page, other]) await each.goto(`/desk/updates/${id}`)
  await other.getByText('Throw this draft away').first().click()
  await other.getByRole('button', { name: 'Throw it away' }).click()
  await expect(other).toHaveURL(/\/desk/)
  await page.getByLabel('Headline', { exact: true }).fill('Typed too late')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByText('The draft was thrown away meanwhile.')).toBeVisible()
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page).toHaveURL(/saved=\d/)
  await expect(page.getByLabel('Headline', { exact: true })).toHaveValue('Typed too late')
})

test('what was typed while one’s own draft was submitted elsewhere is kept for a new one', async ({ as }) => {
  const { page, member } = await as('ANALYST', { javaScriptEnabled: false })
  const { id } = await makeDraft({ author: member })
  await page.goto(`/desk/updates/${id}`)
  await submitDraft(member, { id, version: 1 })
  await page.getByLabel('Headline', { exact: true }).fill('Typed too late')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByRole('alert').first()).toContainText('This was submitted while you were writing')
  await page.getByRole('link', { name: 'begin a new draft with it' }).click()
  await expect(page.getByLabel('Headline', { exact: true })).toHaveValue('Typed too late')
})

test('an amendment written from a wording that was amended meanwhile is merged with it, field by field', async ({
  as,
}) => {
  const { ref, reviewer } = await makeCommitment()
  const [one, two] = [await as('ANALYST'), await as('ANALYST', { javaScriptEnabled: false })]
  for (const { page } of [one, two]) await page.goto(`/desk/commitments/${ref}`)
  await one.page.getByLabel('Review interval in days').fill('30')
  await one.page.getByLabel('China').uncheck()
  await one.page.getByRole('button', { name: 'Submit for review' }).click()
  await expect(one.page).toHaveURL(/saved=\d/)
  const id = new URL(one.page.url()).pathname.split('/').at(-1) ?? ''
  await publishDraft(reviewer, { id, version: 2 })
  await two.page.getByLabel('What was promised').fill('Do what was said, in full.')
  await two.page.getByRole('button', { name: 'Submit for review' }).click()
  await expect(two.page.getByRole('alert').first()).toContainText('Only they changed 2 fields')
  await expect(two.page.getByLabel('Review interval in days')).toHaveValue('30')
  await expect(two.page.getByLabel(/^China/)).not.toBeChecked()
  await two.page.getByRole('button', { name: 'Submit for review' }).click()
  await expect(two.page).toHaveURL(/saved=\d/)
})
