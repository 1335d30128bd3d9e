import { faultsOf } from '#e2e/axe.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { makeCommitment, makeExcerpt } from '#testing/make.ts'

for (const javaScriptEnabled of [true, false])
  test(`an update goes from a draft over a reviewer's return to publication, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    as,
  }) => {
    const { ref } = await makeCommitment()
    const analyst = await as('ANALYST', { javaScriptEnabled })
    const { excerptId } = await makeExcerpt(analyst.member)
    const { page } = analyst
    const headline = `Talks on ${ref} are held`
    await page.goto(`/desk/updates/new?commitment=${ref}&excerpt=${excerptId}`)
    await page.getByLabel('New status').selectOption('UNDER_WAY')
    await page.getByLabel('Occurred on').fill('2024-02-30')
    await page.getByLabel('Headline', { exact: true }).fill(headline)
    await page.getByRole('button', { name: 'Submit for review' }).click()

    await expect(page.getByRole('alert').first()).toContainText('Write the date like 2024-05-14')
    await expect(page.getByLabel('New status')).toHaveValue('UNDER_WAY')
    await expect(page.getByLabel('Source 1')).toHaveValue(`excerpt:${excerptId}`)
    await page.getByLabel('Occurred on').fill('2024-02')
    await page.getByRole('button', { name: 'Add a piece of evidence' }).click()
    await expect(page.getByLabel('Source 2')).toBeVisible()
    await expect(page.getByLabel('Preview')).toContainText(`February 2024 · ${ref} · Under way: ${headline}.`)
    await page.getByRole('button', { name: 'Remove piece of evidence 2' }).click()
    await expect(page.getByLabel('Source 2')).toBeHidden()
    await page.getByRole('button', { name: 'Submit for review' }).click()
    await expect(page.getByText('It waits for a second person')).toBeVisible()

    const reviewer = await as('REVIEWER', { javaScriptEnabled })
    const read = async () => {
      await reviewer.page.goto('/desk/review')
      await reviewer.page.getByRole('link', { name: headline }).click()
      await expect(reviewer.page.getByRole('heading', { level: 1 })).toContainText(headline)
    }
    await read()
    await expect(reviewer.page.getByText('Verified quote')).toBeVisible()
    await reviewer.page.getByText('Return it to').click()
    await reviewer.page.getByLabel('What should change').fill('Which talks?')
    await reviewer.page.getByRole('button', { name: 'Return with this reason' }).click()
    await expect(reviewer.page).toHaveURL(/\/desk\/review$/)

    await page.goto('/desk')
    await expect(page.getByText('Which talks?')).toBeVisible()
    await page.getByRole('link', { name: headline }).click()
    await expect(page.getByText('Which talks?')).toBeVisible()
    await page.getByRole('textbox', { name: 'Note', exact: false }).first().fill('The first ones.')
    await page.getByRole('button', { name: 'Submit for review' }).click()
    await expect(page.getByText('It waits for a second person')).toBeVisible()

    await read()
    await expect(reviewer.page.getByText('The first ones.').first()).toBeVisible()
    await reviewer.page.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(reviewer.page.getByText('It cannot be changed')).toBeVisible()
  })

for (const javaScriptEnabled of [true, false])
  test(`a source is found among all of them and nothing typed is lost, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    as,
  }) => {
    const { ref, commitmentId } = await makeCommitment()
    const { page, member } = await as('ANALYST', { javaScriptEnabled })
    const exact = `The hotline for ${ref} was tested.`
    const { excerptId } = await makeExcerpt(member, { exact, text: `At noon. ${exact} It worked.` })
    await page.goto('/desk/updates/new')
    await page.getByLabel('Commitment').selectOption(commitmentId)
    await page.getByLabel('Headline', { exact: true }).fill('The hotline works')
    const find = page.getByRole('searchbox', { name: 'Sources that contain' })
    await find.fill(`HOTLINE for ${ref}`)
    await page.getByRole('button', { name: 'Search all sources' }).click()
    await expect(page.getByText('1 source contains')).toBeVisible()
    await expect(find).toHaveValue(`HOTLINE for ${ref}`)
    await expect(page.getByLabel('Headline', { exact: true })).toHaveValue('The hotline works')
    await expect(page.getByLabel('Preview')).toContainText('Overall now:')
    await page.getByLabel('Source 1').selectOption(`excerpt:${excerptId}`)
    await find.fill('nobody ever wrote this')
    await page.getByRole('button', { name: 'Search all sources' }).click()
    await expect(page.getByText('0 sources contain')).toBeVisible()
    await expect(page.getByLabel('Source 1')).toHaveValue(`excerpt:${excerptId}`)
  })

test('a draft saves itself after the last key, and stays after a reload', async ({ as }) => {
  const { ref } = await makeCommitment()
  const { page } = await as('ANALYST')
  await page.goto(`/desk/updates/new?commitment=${ref}`)
  await page.getByLabel('New status').selectOption('STALLED')
  await page.getByLabel('Occurred on').fill('2024')
  await page.getByLabel('Headline', { exact: true }).fill('Nothing more is heard')
  await expect(page.getByText(/^Draft saved at/)).toBeVisible()
  await expect(page).toHaveURL(/\/desk\/drafts\/[\w-]{12}$/)
  await page.getByLabel('Headline', { exact: true }).fill('Nothing more is heard of it')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page).toHaveURL(/saved=2/)
  await page.getByLabel('Headline', { exact: true }).fill('Nothing more is heard of it at all')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page).toHaveURL(/saved=3/)
  // What comes takes the place of what was there: no second form is left to type into.
  await expect(page.getByRole('form', { name: 'Status update' })).toHaveCount(1)
  await page.reload()
  await expect(page.getByLabel('Headline', { exact: true })).toHaveValue('Nothing more is heard of it at all')
  await expect(page.getByLabel('New status')).toHaveValue('STALLED')
})

test('two reviewers who collide: the second is told, and a form whose session ended comes back', async ({
  as,
}) => {
  const { ref } = await makeCommitment()
  const analyst = await as('ANALYST')
  const { excerptId } = await makeExcerpt(analyst.member)
  const { page } = analyst
  await page.goto(`/desk/updates/new?commitment=${ref}&excerpt=${excerptId}`)
  await page.getByLabel('New status').selectOption('KEPT')
  await page.getByLabel('Occurred on').fill('2024-05-14')
  await page.getByLabel('Headline', { exact: true }).fill('All of it is done')
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await expect(page.getByText('It waits for a second person')).toBeVisible()
  const path = new URL(page.url()).pathname.replace('drafts', 'review')
  const [one, two] = [await as('REVIEWER'), await as('REVIEWER')]
  for (const each of [one, two]) await each.page.goto(path)
  await one.page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(one.page.getByText('It cannot be changed')).toBeVisible()
  await two.page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(two.page.getByRole('alert').first()).toContainText('How it stands now')

  await page.goto('/desk/updates/new')
  await page.getByLabel('Headline', { exact: true }).fill('Half a sentence')
  await analyst.endSession()
  await expect(page.getByText('your session has ended')).toBeVisible()
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page).toHaveURL(/\/sign-in\?next=.*held/)
})

for (const javaScriptEnabled of [true, false])
  test(`a draft takes next to nothing, is found again as it was left, and only submitting insists, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    as,
  }) => {
    const { page } = await as('ANALYST', { javaScriptEnabled })
    await page.goto('/desk/updates/new')
    await page.getByLabel('Occurred on').fill('last week')
    if (javaScriptEnabled) await expect(page.getByText(/^Draft saved at/)).toBeVisible()
    await page.getByRole('button', { name: 'Save draft' }).click()
    await expect(page.getByText('Saved as a draft.')).toBeVisible()
    await page.goto('/desk')
    await page.getByRole('link', { name: 'Without a title yet' }).click()
    await expect(page.getByLabel('Occurred on')).toHaveValue('last week')
    await page.getByRole('button', { name: 'Submit for review' }).click()
    const faults = page.getByRole('alert').first()
    for (const told of [
      'Choose one from the list',
      'Write the date like',
      'Choose the status',
      'No status without proof',
    ])
      await expect(faults).toContainText(told)
    await expect(page.getByLabel('Occurred on')).toHaveValue('last week')
    if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([])
  })

test('what is typed before the scripts have come saves itself as well', async ({ as }) => {
  const { page } = await as('ANALYST')
  let arrive: (() => void) | undefined
  const scripts = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    await scripts
    await route.continue()
  })
  await page.goto('/desk/updates/new', { waitUntil: 'commit' })
  await page.getByLabel('Occurred on').fill('last week')
  arrive?.()
  await expect(page.getByText(/^Draft saved at/)).toBeVisible()
  await expect(page.getByLabel('Occurred on')).toHaveValue('last week')
})

test('whoever leaves before it has saved itself is asked, and it is saved meanwhile', async ({ as }) => {
  const { page } = await as('ANALYST')
  await page.goto('/desk/updates/new')
  await page.getByLabel('Headline', { exact: true }).fill('Half a sentence')
  const asked = page.waitForEvent('dialog')
  const leaving = page.getByRole('link', { name: 'Desk', exact: true }).click()
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await leaving
  await expect(page.getByText(/^Draft saved at/)).toBeVisible()
  await page.getByRole('link', { name: 'Desk', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Half a sentence' })).toBeVisible()
})
