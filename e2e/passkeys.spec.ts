import type { CDPSession, Page } from '@playwright/test'
import { faultsOf } from '#e2e/axe.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { setPassword } from '#lib/auth/people.ts'
import { db } from '#lib/database/client.ts'
import { deactivatePerson } from '#lib/people/write.ts'

const password = 'seven grey herons at the weir'

/** A device that keeps passkeys, as Chromium plays it; `isUserVerified` is whether its owner shows a finger. */
async function device(page: Page, isUserVerified = true): Promise<[CDPSession, string]> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified,
      automaticPresenceSimulation: true,
    },
  })
  return [cdp, authenticatorId]
}

async function add(page: Page, name: string): Promise<void> {
  await page.getByLabel('What to call it').fill(name)
  await page.getByLabel('Your password').fill(password)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('The passkey is added')).toBeVisible()
}

test('a passkey is added, named, signs in past the second factor, and opens nothing once removed', async ({
  as,
}) => {
  test.slow() // five passwords are hashed on the way
  const { page, member } = await as('REVIEWER')
  const { id: sessionId } = await db.session.findFirstOrThrow({ where: { userId: member.id } })
  await setPassword({ ...member, sessionId }, { password })
  const [cdp, authenticatorId] = await device(page)
  await page.goto('/desk/account')
  await page.getByRole('link', { name: 'add a passkey' }).click()
  await page.getByLabel('What to call it').fill('Work laptop')
  await page.getByLabel('Your password').fill('not my password at all')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByRole('alert').first()).toContainText('not your present password')
  await expect(page.getByLabel('What to call it')).toHaveValue('Work laptop')
  await add(page, 'Work laptop')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('link', { name: 'Rename Work laptop' }).click()
  await page.getByRole('textbox', { name: 'What to call it' }).first().fill('Old laptop')
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Old laptop' })).toContainText('not used yet')

  // With a second factor switched on, the passkey alone is enough: it asked for a finger itself.
  await db.user.update({ where: { id: member.id }, data: { twoFactorEnabled: true } })
  const [{ id: before }] = [await db.session.findFirstOrThrow({ where: { userId: member.id } })]
  await page.context().clearCookies()
  await page.goto('/sign-in?next=/desk/articles')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page).toHaveURL('/desk/articles')
  const signedIn = await db.activity.findFirstOrThrow({ where: { byId: member.id, kind: 'SIGNED_IN' } })
  expect(signedIn.about).toBe('by a passkey')
  expect(await db.session.count({ where: { userId: member.id, id: { not: before } } })).toBe(1)
  await page.goto('/desk/account/passkeys')
  await expect(page.getByRole('listitem').filter({ hasText: 'Old laptop' })).toContainText('last used')

  const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId })
  await page.getByRole('button', { name: 'Remove Old laptop' }).click()
  await expect(page.getByText('The passkey is removed')).toBeVisible()
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  expect(credentials).toHaveLength(1)
  await expect(page.getByText('This passkey opens no account here')).toBeVisible()
  expect((await page.context().cookies()).filter(({ name }) => name.endsWith('session_token'))).toEqual([])

  const kinds = await db.activity.findMany({ where: { byId: member.id }, select: { kind: true } })
  expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['PASSKEY_ADDED', 'PASSKEY_REMOVED']))
  const mails = await db.message.findMany({ where: { to: member.email }, select: { text: true } })
  const all = mails.map(({ text }) => text).join('')
  expect(all).toContain('A passkey was added: “Work laptop”.')
  expect(all).toContain('A passkey was removed: “Old laptop”.')
})

test('a passkey whose owner was not verified is neither kept nor let in', async ({ as }) => {
  const { page, member } = await as('ANALYST')
  const { id: sessionId } = await db.session.findFirstOrThrow({ where: { userId: member.id } })
  await setPassword({ ...member, sessionId }, { password })
  const [cdp, authenticatorId] = await device(page)
  await page.goto('/desk/account/passkeys')
  await add(page, 'Key')
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByText('Nothing was chosen')).toBeVisible()
  // A script that asks for less than our page does is answered by the device, and refused by the server.
  await page.route('/sign-in', async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text()).replace(
      '"userVerification":"required"',
      '"userVerification":"discouraged"',
    )
    await route.fulfill({ response: answer, body })
  })
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByText('This passkey opens no account here')).toBeVisible()
})

test('a deactivated person’s passkey gets the answer of one that was never ours', async ({ as }) => {
  const [{ member: admin }, { page, member }] = [await as('ADMIN'), await as('ANALYST')]
  const { id: sessionId } = await db.session.findFirstOrThrow({ where: { userId: member.id } })
  await setPassword({ ...member, sessionId }, { password })
  await device(page)
  await page.goto('/desk/account/passkeys')
  await add(page, '')
  await deactivatePerson(admin, { id: member.id })
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByText('This passkey opens no account here')).toBeVisible()
  expect(await db.session.count({ where: { userId: member.id } })).toBe(0)
})

test('without JavaScript both pages say what is missing, and all else on them works', async ({
  as,
  asVisitor,
}) => {
  const { page, member } = await as('ANALYST', { javaScriptEnabled: false })
  const { id: sessionId } = await db.session.findFirstOrThrow({ where: { userId: member.id } })
  await setPassword({ ...member, sessionId }, { password })
  await page.goto('/desk/account/passkeys')
  await expect(page.locator('noscript p')).toContainText('switch JavaScript on for this page')
  await expect(page.getByRole('button', { name: 'Add a passkey' })).toHaveCount(0)
  const guest = await asVisitor({ javaScriptEnabled: false })
  await guest.goto(new URL('/sign-in', page.url()).href)
  await expect(guest.locator('noscript p')).toContainText('A passkey needs JavaScript on this page')
})
