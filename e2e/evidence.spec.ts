import { faultsOf } from '#e2e/axe.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { makeCommitment } from '#testing/make.ts'
import { newsPage, openSite } from '#testing/site.ts'
import { openWatched, title as watchedTitle } from '#testing/watched.ts'

const launched =
  'The United States and China launched a working group on counternarcotics in Beijing on Tuesday, to stop the trafficking of fentanyl and its precursor chemicals.'
const title = 'United States and China open talks on fentanyl'
const around = [
  'Officials of the United States and China spoke for four hours in Beijing, the first such meeting in two years.',
  'The two sides will meet again in spring, a spokesperson of the United States said after the talks had ended.',
]

test('an address becomes a published status whose proof is one click away', async ({ as, page: reader }) => {
  const site = await openSite({
    '/story': newsPage({ title, paragraphs: [around[0] ?? '', launched, around[1] ?? ''] }),
  })
  const { ref } = await makeCommitment({
    title: 'Counternarcotics cooperation',
    text: 'Resume cooperation against the trafficking of illicit drugs such as fentanyl and their precursor chemicals, and establish a working group.',
  })
  const { page } = await as('ANALYST')
  await page.goto('/desk/captures/new')
  await page.getByLabel('Address').fill(`${site.origin}/story`)
  await page.getByRole('button', { name: 'Fetch it' }).click()
  await page.getByRole('button', { name: 'Keep it' }).click()

  const proposed = page.getByRole('region', { name: ref }).getByRole('article').filter({ hasText: launched })
  await expect(proposed).toContainText('It seems to support that it is being kept, because it says')
  await proposed.getByRole('button', { name: 'Quote it and record an update' }).click()

  const headline = `A working group for ${ref} is launched`
  await expect(page.getByLabel('It … the claim')).toHaveValue('SUPPORTS')
  await page.getByLabel('New status').selectOption('UNDER_WAY')
  await page.getByLabel('Occurred on').fill('2024-05-14')
  await page.getByLabel('Headline', { exact: true }).fill(headline)
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await expect(page.getByText('It waits for a second person')).toBeVisible()
  const reviewer = (await as('REVIEWER')).page
  await reviewer.goto('/desk/review')
  await reviewer.getByRole('link', { name: headline }).click()
  await reviewer.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(reviewer.getByText('It cannot be changed')).toBeVisible()

  await reader.goto(`/commitments/${ref}`)
  await expect(reader.getByText(headline).first()).toBeVisible()
  await reader.getByRole('link', { name: title }).first().click()
  await expect(reader.locator('mark', { hasText: launched }).first()).toBeVisible()
  await site.close()
})

test('the desk sees when a page changes after it was archived', async ({ as }) => {
  const { site, archived } = await openWatched()
  const { path, articleId, analyst } = await archived()
  site.pages[path] = newsPage({ title: watchedTitle, paragraphs: around })
  const { page } = await as('ANALYST', { member: analyst })
  await page.goto(`/desk/articles/${articleId}`)
  await page.getByRole('button', { name: 'Look now' }).click()
  await expect(page.getByText('changed after this was archived').first()).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.goto('/desk/live-checks')
  await expect(page.getByRole('link', { name: watchedTitle }).first()).toBeVisible()
  await site.close()
})
