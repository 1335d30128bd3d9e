import { expect, test } from 'vitest'
import { auth, unscopedIssueLink } from '#lib/auth/auth.ts'
import { safeNext } from '#lib/auth/input.ts'
import { findParkedForm, unscopedParkForm, unscopedSessionOwner } from '#lib/auth/parked-forms.ts'
import {
  listSessions,
  revokeSession,
  setPassword,
  unscopedClaim,
  unscopedIssueSetupToken,
} from '#lib/auth/people.ts'
import { visitor } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { makeMember } from '#testing/make.ts'

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
  const link = await unscopedIssueLink(member.email)
  const open = () => auth().handler(new Request(link))
  expect((await open()).headers.get('set-cookie')).toContain('followthrough.session_token=')
  expect((await open()).headers.get('set-cookie')).toBeNull()
  expect(await listSessions(member)).toHaveLength(1)
})

test('nobody ends another person’s session', async () => {
  const [member, other] = [await makeMember(), await makeMember('ADMIN')]
  await auth().handler(new Request(await unscopedIssueLink(member.email)))
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

test('a held form comes back on its own page only, and only to whoever wrote it where that is known', async () => {
  const [author, other] = [await makeMember(), await makeMember()]
  const path = '/desk/updates/new'
  const fields = { note: 'half-written', 'evidence.0.locator': 'p. 3', 'evidence.1.locator': 'p. 3' }
  const id = (await unscopedParkForm(author.id, path, fields)) ?? ''
  expect(await findParkedForm(author, id, path)).toEqual(fields)
  expect(await findParkedForm(other, id, path)).toBeNull()
  expect(await findParkedForm(author, id, '/desk/articles/new')).toBeNull()
  expect(await findParkedForm(visitor, id, path)).toBeNull()
  const anybodys = (await unscopedParkForm(null, path, fields)) ?? ''
  expect(await findParkedForm(other, anybodys, path)).toEqual(fields)
  expect(await unscopedParkForm(null, '/desk', { note: 'x'.repeat(200_001) })).toBeNull()
})

test('a form that holds what the database cannot keep is held with a mark in its place', async () => {
  const author = await makeMember()
  const path = '/desk/updates/new'
  const fields = { 'headline.en': 'a\0b', 'note.en': 'c\uD800d', 'x\0': 'y' }
  const id = (await unscopedParkForm(author.id, path, fields)) ?? ''
  const held = { 'headline.en': 'a\uFFFDb', 'note.en': 'c\uFFFDd', 'x\uFFFD': 'y' }
  expect(await findParkedForm(author, id, path)).toEqual(held)
})

test('an ended session still tells whose it was, and a made-up one nothing', async () => {
  const { id: userId } = await makeMember()
  const token = crypto.randomUUID()
  await db.session.create({ data: { id: token, token, userId, expiresAt: new Date(0) } })
  expect(await unscopedSessionOwner(token)).toBe(userId)
  expect(await unscopedSessionOwner(crypto.randomUUID())).toBeNull()
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
