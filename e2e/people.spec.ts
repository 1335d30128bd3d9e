import { expect, test } from '#e2e/signed-in.ts'
import { unscopedNote } from '#lib/activity/note.ts'
import { setPassword } from '#lib/auth/people.ts'
import { db } from '#lib/database/client.ts'
import { makeMember } from '#testing/make.ts'

const password = 'a walk along the old canal'
const unique = () => `p${Date.now().toString(36)}${Math.trunc(performance.now())}`

for (const javaScriptEnabled of [true, false])
  test(`somebody is invited, works, and is shut out, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    as,
    asVisitor,
  }) => {
    const { page } = await as('ADMIN', { javaScriptEnabled })
    const email = `${unique()}@example.org`
    await page.goto('/desk')
    await page.getByRole('link', { name: 'People', exact: true }).click()
    await page.getByRole('link', { name: 'Invite somebody' }).first().click()
    await page.getByLabel('Their e-mail address').fill('nobody')
    await page.getByRole('button', { name: 'Invite' }).click()
    await expect(page.getByRole('alert').first()).toContainText('like ana@example.org')
    await page.getByLabel('Their e-mail address').fill(email)
    await page.getByLabel('Role').selectOption('REVIEWER')
    await page.getByLabel('How the invitation travels').selectOption('link')
    await page.getByRole('button', { name: 'Invite' }).click()
    const link = await page.getByLabel('Link to copy').inputValue()
    await page.goto('/desk/people')
    await expect(page.getByRole('listitem').filter({ hasText: email })).toContainText('as reviewer')

    const guest = await asVisitor({ javaScriptEnabled })
    await guest.goto(link)
    await guest.getByLabel('Your name').fill('Ana Castillo')
    await guest.getByLabel('Password').fill('too short')
    await guest.getByRole('button', { name: 'Make my account' }).click()
    await expect(guest.getByRole('alert').first()).toContainText('at least 15 characters')
    await expect(guest.getByLabel('Your name')).toHaveValue('Ana Castillo')
    await guest.getByLabel('Password').fill(password)
    await guest.getByRole('button', { name: 'Make my account' }).click()
    await expect(guest).toHaveURL('/desk')
    await expect(guest.getByRole('link', { name: 'Ana Castillo' })).toBeVisible()
    expect((await guest.goto('/desk/people'))?.status()).toBe(403)
    expect((await guest.goto(link))?.status()).toBe(410)
    await expect(guest.getByText('This invitation has been used')).toBeVisible()

    await page.goto('/desk/people')
    await page.getByRole('listitem').filter({ hasText: email }).getByRole('link').click()
    await page.getByRole('combobox', { name: 'Role' }).selectOption('ANALYST')
    await page.getByRole('button', { name: 'Give this role' }).click()
    await expect(page.getByText('The role is changed')).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Role' })).toHaveValue('ANALYST')
    await page.getByRole('button', { name: 'Deactivate Ana Castillo' }).click()
    await expect(page.getByText('They are shut out')).toBeVisible()
    await guest.goto('/desk')
    await expect(guest).toHaveURL(/\/sign-in/)
    await guest.getByLabel('E-mail address').fill(email)
    await guest.getByLabel('Password').fill(password)
    await guest.getByRole('button', { name: 'Sign in' }).click()
    await expect(guest.getByRole('alert').first()).toContainText('do not go together')
    await page.getByRole('button', { name: 'Let Ana Castillo in again' }).click()
    await expect(page.getByText('They may sign in again')).toBeVisible()
  })

test('a forgotten password is set anew through the outbox, and an unknown address gets the same answer', async ({
  as,
  asVisitor,
}) => {
  const { page } = await as('ADMIN')
  const member = await makeMember('ANALYST')
  await setPassword(member, { password })
  const guest = await asVisitor({ javaScriptEnabled: false })
  const ask = async (email: string) => {
    await guest.goto('/sign-in')
    await guest.getByRole('link', { name: 'I forgot my password' }).click()
    await guest.getByLabel('E-mail address').fill(email)
    await guest.getByRole('button', { name: 'Write to me' }).click()
    return guest.getByRole('main').innerText()
  }
  expect(await ask(`${unique()}@example.org`)).toBe(await ask(member.email))

  await page.goto('/desk/outbox')
  await expect(page.getByText('No mail server is set up')).toBeVisible()
  const letter = page
    .getByRole('listitem')
    .filter({ hasText: member.email })
    .filter({ hasText: 'A new password for' })
  const link = /http\S+/.exec(await letter.innerText())?.[0] ?? ''
  expect(link).toContain('/new-password?token=')
  await guest.goto(link)
  await guest.getByLabel('New password').fill('quite another set of words')
  await guest.getByRole('button', { name: 'Save password' }).click()
  await expect(guest.getByText('Your password is changed')).toBeVisible()
  await guest.getByLabel('E-mail address').fill(member.email)
  await guest.getByLabel('Password').fill('quite another set of words')
  await guest.getByRole('button', { name: 'Sign in' }).click()
  await expect(guest.getByRole('link', { name: member.name })).toBeVisible()
  expect((await guest.goto(link))?.status()).toBe(410)
})

test('an address changes once both the present one and the new one have agreed', async ({ as }) => {
  const [{ page: admin }, { page, member }] = [await as('ADMIN'), await as('REVIEWER')]
  const { id: sessionId } = await db.session.findFirstOrThrow({ where: { userId: member.id } })
  await setPassword({ ...member, sessionId }, { password })
  const to = `${unique()}@example.org`
  await page.goto('/desk/account')
  await page.getByRole('link', { name: 'Change the address' }).click()
  await page.getByLabel('New e-mail address').fill(to)
  await page.getByLabel('Present password').fill(password)
  await page.getByRole('button', { name: 'Ask both addresses' }).click()
  await expect(page.getByText('Both messages are written')).toBeVisible()
  for (const [address, said] of [
    [member.email, 'This address has agreed'],
    [to, 'Both addresses have agreed'],
  ] as const) {
    await admin.goto('/desk/outbox')
    const letter = admin
      .getByRole('listitem')
      .filter({ hasText: `to ${address}, written` })
      .filter({ hasText: 'address on Followthrough' })
    await page.goto(/http\S+/.exec(await letter.innerText())?.[0] ?? '')
    await page.getByRole('button', { name: 'Agree' }).click()
    await expect(page.getByText(said)).toBeVisible()
  }
  await page.goto('/desk')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('what people did is filtered, and taken as CSV', async ({ as }) => {
  const { page, member } = await as('ADMIN')
  await page.goto('/desk/people/invite')
  await page.getByLabel('Their e-mail address').fill(`${unique()}@example.org`)
  await page.getByLabel('How the invitation travels').selectOption('link')
  await page.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByLabel('Link to copy')).toHaveValue(/token=/)
  await page.goto('/desk/activity')
  await page.getByLabel('Person').selectOption(member.id)
  await page.getByLabel('What they did').selectOption('PERSON_INVITED')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('1 act is noted for this choice')).toBeVisible()
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('Chrome on')
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('127.0.0.1')
  const csv = await page.request.get(
    (await page.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? '',
  )
  expect(await csv.text()).toMatch(/^\uFEFFwhen,who,what,kind,about,address,device\n.+PERSON_INVITED,.+\n$/)
  expect(csv.headers()['content-disposition']).toContain('attachment')
  await unscopedNote(db, { ...member, name: '=HYPERLINK("https://evil.example")' }, 'CAPTURED')
  const one = await page.request.get(`/desk/activity/export?person=${member.id}&kind=CAPTURED`)
  expect(await one.text()).toContain(`"'=HYPERLINK(""https://evil.example"")`)
  expect((await page.goto('/desk/activity?from=yesterday'))?.status()).toBe(400)
  await expect(page.getByRole('main').getByRole('alert')).toContainText('like 2026-11-30')
})

test('a session that was made in the moment of deactivating is worth nothing', async ({ as }) => {
  const { page, member } = await as('ADMIN')
  await page.goto('/desk/people')
  await expect(page.getByRole('link', { name: 'Invite somebody' }).first()).toBeVisible()
  await db.user.update({ where: { id: member.id }, data: { deactivatedAt: new Date() } })
  await page.goto('/desk/people')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('links that were never given out, and the page of the first administrator, are not there', async ({
  page,
}) => {
  for (const [path, status] of [
    ['/invitation?token=none', 404],
    ['/invitation', 404],
    ['/new-password?token=none', 410],
    ['/address?token=none', 404],
    ['/setup?token=none', 404],
    ['/desk/activity/export', 403],
  ] as const)
    expect([path, (await page.request.get(path)).status()]).toEqual([path, status])
})
