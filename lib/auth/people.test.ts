import { expect, test } from 'vitest'
import { auth, issueLink } from '#lib/auth/auth.ts'
import { heldForm, unscopedHoldForm } from '#lib/auth/held.ts'
import { safeNext } from '#lib/auth/input.ts'
import {
  listSessions,
  revokeSession,
  setPassword,
  unscopedClaim,
  unscopedIssueSetupToken,
} from '#lib/auth/people.ts'
import { visitor } from '#lib/auth/viewer.ts'
import { db } from '#lib/db.ts'
import { makeMember } from '#lib/testing/make.ts'

const password = 'three or four words do well'

test('the first account is made once, by whoever holds the newest link', async () => {
  const old = await unscopedIssueSetupToken()
  const token = await unscopedIssueSetupToken()
  if (!old || !token) throw new Error('no token')
  const first = { name: 'Ada', email: 'ada@example.org', password }
  await expect(unscopedClaim({ ...first, token: old })).rejects.toThrow('has been used')
  const tries = [1, 2, 3].map((number) =>
    unscopedClaim({ ...first, email: `ada${number}@example.org`, token }),
  )
  const made = (await Promise.allSettled(tries)).filter((each) => each.status === 'fulfilled')
  expect(made.length).toBe(1)
  expect(await db.user.count()).toBe(1)
  expect(await unscopedIssueSetupToken()).toBeNull()
})

test('a one-time link signs in once', async () => {
  const member = await makeMember()
  const link = await issueLink(member.email)
  const open = () => auth().handler(new Request(link))
  expect((await open()).headers.get('set-cookie')).toContain('followthrough.session_token=')
  expect((await open()).headers.get('set-cookie')).toBeNull()
  expect(await listSessions(member)).toHaveLength(1)
})

test('nobody ends another person’s session', async () => {
  const [member, other] = [await makeMember(), await makeMember('ADMIN')]
  await auth().handler(new Request(await issueLink(member.email)))
  const [session] = await listSessions(member)
  await expect(revokeSession(other, session?.id ?? '')).rejects.toThrow('no such session')
  await revokeSession(member, session?.id ?? '')
  expect(await listSessions(member)).toEqual([])
})

test('changing a password asks for the present one, and ends the other sessions', async () => {
  const member = await makeMember()
  await setPassword(member, { password })
  await auth().api.signInEmail({ body: { email: member.email, password } })
  await expect(setPassword(member, { password: `${password}!` })).rejects.toThrow('not your present password')
  await setPassword(member, { currentPassword: password, password: `${password}!` })
  expect(await listSessions(member)).toEqual([])
  await expect(auth().api.signInEmail({ body: { email: member.email, password } })).rejects.toThrow()
})

test('a held form comes back to a signed-in person on its own page only', async () => {
  const member = await makeMember()
  const id = (await unscopedHoldForm('/desk/updates/new', { note: 'half-written' })) ?? ''
  expect(await heldForm(member, id, '/desk/updates/new')).toEqual({ note: 'half-written' })
  expect(await heldForm(member, id, '/desk/articles/new')).toBeNull()
  expect(await heldForm(visitor, id, '/desk/updates/new')).toBeNull()
  expect(await unscopedHoldForm('/desk', { note: 'x'.repeat(200_001) })).toBeNull()
})

test('signing in leads to a path of this site only', () => {
  expect(safeNext('/desk/updates/abc?held=1')).toBe('/desk/updates/abc?held=1')
  for (const elsewhere of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\n/b',
    undefined,
  ])
    expect(safeNext(elsewhere)).toBe('/desk')
})
