import { place } from '#e2e/plain-form.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { unscopedIssueLink } from '#lib/auth/auth.ts'
import { setPassword } from '#lib/auth/people.ts'
import { makeMember } from '#testing/make.ts'

const password = 'a walk along the old canal'

for (const javaScriptEnabled of [true, false])
  test(`signing in and out, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ asVisitor }) => {
    const member = await makeMember('ANALYST')
    await setPassword(member, { password })
    const page = await asVisitor({ javaScriptEnabled })
    await page.goto('/desk/articles')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    await page.getByLabel('E-mail address').fill(member.email)
    await page.getByLabel('Password').fill('not this one, surely')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert').first()).toContainText('do not go together')
    await expect(page.getByLabel('E-mail address')).toHaveValue(member.email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('heading', { name: 'Articles', level: 1 })).toBeVisible()

    await page.goto('/desk/account')
    await expect(page.getByText('(this one)')).toBeVisible()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('/en')
    await page.goto('/desk')
    await expect(page).toHaveURL(/\/sign-in/)
  })

test('a one-time link works once', async ({ asVisitor }) => {
  const member = await makeMember('REVIEWER')
  const link = await unscopedIssueLink(member.email)
  const first = await asVisitor()
  await first.goto(link)
  await expect(first.getByRole('link', { name: member.name })).toBeVisible()
  const second = await asVisitor()
  await second.goto(link)
  await expect(second.getByRole('alert').first()).toContainText('This link has been used')
})

test('ending another session signs that one out', async ({ asVisitor }) => {
  const member = await makeMember('ANALYST')
  const [here, there] = [await asVisitor(), await asVisitor()]
  await there.goto(await unscopedIssueLink(member.email))
  await here.goto(await unscopedIssueLink(member.email))
  await here.goto('/desk/account')
  await here
    .getByRole('listitem')
    .filter({ hasNotText: '(this one)' })
    .getByRole('button', { name: 'End it' })
    .click()
  await expect(here.getByRole('button', { name: 'End it' })).toHaveCount(1)
  await there.goto('/desk')
  await expect(there).toHaveURL(/\/sign-in/)
})

test('guessing is slowed down for strangers, and the browser of the owner still gets in', async ({
  asVisitor,
  browser,
}) => {
  test.slow() // up to twenty passwords are hashed
  const member = await makeMember('ANALYST')
  await setPassword(member, { password })
  const owner = await asVisitor()
  const signIn = async (page: typeof owner, word: string) => {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail address').fill(member.email)
    await page.getByLabel('Password').fill(word)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }
  await signIn(owner, password)
  await expect(owner.getByRole('link', { name: member.name })).toBeVisible()
  await owner.context().clearCookies({ name: /session/ })
  const guesser = await (await browser.newContext({ extraHTTPHeaders: place() })).newPage()
  const alert = guesser.getByRole('alert').first()
  const answers: string[] = []
  // Ten are free; then the waits double, and outgrow what a guess takes on the slowest machine.
  while (answers.length < 20 && !answers.at(-1)?.includes('too many wrong tries')) {
    await signIn(guesser, `guess number ${answers.length} of many`)
    await expect(alert).toContainText(/do not go together|too many wrong tries/)
    answers.push(await alert.innerText())
  }
  expect(answers.length).toBeGreaterThan(10)
  expect(answers.length).toBeLessThan(20)
  await signIn(owner, password)
  await expect(owner.getByRole('link', { name: member.name })).toBeVisible()
})
