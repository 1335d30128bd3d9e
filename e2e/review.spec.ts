import { faultsOf } from '#e2e/axe.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { recordNoChange } from '#lib/review/no-change.ts'
import { submitDraft } from '#lib/review/write.ts'
import { NoChangeInput } from '#lib/updates/input.ts'
import { makeDraft, makePublished } from '#testing/make.ts'

for (const javaScriptEnabled of [true, false])
  test(`an update is taken, talked about, returned with a usual reason, and compared when it comes again, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    as,
  }) => {
    const author = await as('ANALYST', { javaScriptEnabled })
    const reviewer = await as('REVIEWER', { javaScriptEnabled })
    const other = await as('REVIEWER', { javaScriptEnabled })
    const { id, claim } = await makeDraft({ author: author.member })
    await submitDraft(author.member, { id, version: 1 })
    const { page } = reviewer
    await page.goto(`/desk/review/${id}`)
    await page.getByRole('button', { name: 'Take it to review' }).click()
    await expect(page.getByText('You took it to review.')).toBeVisible()
    await page.getByLabel('Say something').fill('Is this the day of the report?')
    await page.getByRole('button', { name: 'Say it' }).click()
    await expect(page.getByRole('region', { name: 'Comments' }).getByText('Is this the day')).toBeVisible()
    if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([])
    await other.page.goto(`/desk/review/${id}`)
    await expect(other.page.getByText(`${reviewer.member.name} took it to review`)).toBeVisible()

    await page.getByText(`Return it to ${author.member.name}`).click()
    await page.getByLabel('A usual reason').selectOption({ index: 3 })
    await page.getByRole('button', { name: 'Return with this reason' }).click()
    await expect(page).toHaveURL(/\/desk\/review$/)
    await author.page.goto(`/desk/updates/${id}`)
    await expect(author.page.getByText('The date is that of the report')).toBeVisible()
    await expect(author.page.getByText('Is this the day of the report?')).toBeVisible()
    await author.page.getByLabel('Headline').first().fill(`${claim.headline.en} in Geneva`)
    await author.page.getByRole('button', { name: 'Submit' }).click()
    await expect(author.page.getByText('It waits for a second person')).toBeVisible()
    await page.goto(`/desk/review/${id}`)
    await expect(page.getByRole('heading', { name: 'Since it was returned' })).toBeVisible()
    await expect(page.locator('ins').filter({ hasText: 'Geneva' })).toBeVisible()
    await page.getByRole('button', { name: 'Publish' }).click()
    await expect(page.getByText('It cannot be changed')).toBeVisible()
  })

test('the queue is gone through by keys, and what says no change was seen is published together', async ({
  as,
}) => {
  const author = await as('ANALYST')
  const refs: string[] = []
  for (let count = 0; count < 2; count++) {
    const { commitmentId, ref } = await makePublished({ status: 'STALLED' })
    refs.push(ref)
    const input = { commitmentId, searched: 'Both ministries.', requestKey: crypto.randomUUID() }
    await recordNoChange(author.member, NoChangeInput.parse(input))
  }
  await author.page.goto('/desk/review')
  await expect(author.page.getByRole('heading', { level: 1 })).toHaveText('Nothing waits for your review')
  const { page } = await as('REVIEWER')
  await page.goto('/desk/review')
  const first = page.locator('[data-review="queue"] li a').first()
  const ready = page.getByText('Keys: j and k lead')
  await expect(ready).toBeVisible()
  await page.keyboard.press('j')
  await expect(first).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'The whole queue' })).toBeVisible()
  await expect(ready).toBeVisible()
  await page.keyboard.press('r')
  await expect(page.getByLabel('A usual reason')).toBeFocused()
  await page.goto('/desk/review')
  for (const ref of refs) await page.getByRole('checkbox', { name: ref }).check()
  await page.getByRole('button', { name: 'Publish those ticked' }).click()
  await expect(page.getByText('2 published, each with an entry of its own')).toBeVisible()
})

test('a correction and a withdrawal stand in public with their reasons, and the past stays as it was known', async ({
  as,
  page: reader,
}) => {
  const { id, ref, claim } = await makePublished({ occurred: '2024-01-10' })
  const before = new Date().toISOString()
  const { page } = await as('REVIEWER')
  await page.goto(`/desk/updates/${id}?act=withdraw`)
  await page.getByLabel('Why it is withdrawn').fill(`It never happened: ${ref}.`)
  await page.getByRole('button', { name: 'Withdraw it in public' }).click()
  await expect(page.getByText('Withdrawn by')).toBeVisible()
  await reader.goto('/corrections')
  const item = reader.getByRole('listitem').filter({ hasText: `It never happened: ${ref}.` })
  await item.getByRole('link', { name: claim.headline.en }).click()
  await expect(reader).toHaveURL(new RegExp(`/commitments/${ref}#update-${id}`))
  await reader.goto(`/corrections?known=${before}`)
  await expect(reader.getByText(`It never happened: ${ref}.`)).toHaveCount(0)
  await reader.goto(`/commitments/${ref}?known=${before}`)
  await expect(reader.getByText(claim.headline.en).first()).toBeVisible()
})
