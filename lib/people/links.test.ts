import { expect, test } from 'vitest'
import { auth } from '#lib/auth/auth.ts'
import { unscopedTakeTry } from '#lib/auth/guessing.ts'
import { setPassword } from '#lib/auth/people.ts'
import { db } from '#lib/database/client.ts'
import { dayMs } from '#lib/dates.ts'
import { openMessageLink } from '#lib/outbox/post.ts'
import { askAddressChange, unscopedAgreeAddress, unscopedFindAddressChange } from '#lib/people/address.ts'
import {
  makeResetLink,
  unscopedAskReset,
  unscopedMayReset,
  unscopedResetPassword,
} from '#lib/people/reset.ts'
import { deactivatePerson } from '#lib/people/write.ts'
import { makeMember } from '#testing/make.ts'

const password = 'three or four words do well'
const another = 'quite another set of words'

async function settled() {
  const member = await makeMember()
  await setPassword(member, { password })
  return member
}

async function tokenTo(to: string): Promise<string> {
  const message = await db.message.findFirst({
    where: { to, link: { not: null } },
    orderBy: { writtenAt: 'desc' },
  })
  const link = message && (await openMessageLink(message, message.writtenAt))
  return (link && new URL(link).searchParams.get('token')) ?? ''
}

const signIn = (email: string, word: string) => auth().api.signInEmail({ body: { email, password: word } })
const kindsAbout = async (id: string) =>
  (
    await db.activity.findMany({ where: { OR: [{ aboutId: id }, { byId: id }] }, orderBy: { at: 'asc' } })
  ).map((each) => each.kind)

test('a forgotten password is set anew by a link that works once, and every session ends', async () => {
  const member = await settled()
  await signIn(member.email, password)
  const soon = new Date(Date.now() + 3_600_000)
  for (let each = 0; each < 12; each++) await unscopedTakeTry(member.email, null, soon)
  await unscopedAskReset(member.email)
  const token = await tokenTo(member.email)
  const spare =
    new URL(await makeResetLink(await makeMember('ADMIN'), { id: member.id })).searchParams.get('token') ?? ''
  const stored = JSON.stringify(await db.verification.findMany({ where: { value: member.id } }))
  expect([token.length > 20, stored.includes(token), stored.includes(spare)]).toEqual([true, false, false])
  const tries = [1, 2, 3].map(() => unscopedResetPassword({ token, password: another }))
  expect((await Promise.allSettled(tries)).filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  expect(await db.session.count({ where: { userId: member.id } })).toBe(0)
  expect(await unscopedTakeTry(member.email, null)).toBe(0)
  await expect(signIn(member.email, password)).rejects.toThrow()
  await signIn(member.email, another)
  expect(await unscopedMayReset(spare)).toBe(false)
  const noted = [
    'PASSWORD_CHANGED',
    'SIGNED_IN',
    'RESET_ASKED',
    'RESET_LINK_MADE',
    'PASSWORD_RESET',
    'SIGN_IN_FAILED',
    'SIGNED_IN',
  ]
  expect(await kindsAbout(member.id)).toEqual(noted)
})

test('a link for a new password is dead after half an hour, and for whoever is deactivated', async () => {
  const [admin, member] = [await makeMember('ADMIN'), await settled()]
  const issue = async () =>
    new URL(await makeResetLink(admin, { id: member.id })).searchParams.get('token') ?? ''
  const token = await issue()
  expect(await unscopedMayReset(token)).toBe(true)
  expect(await unscopedMayReset(token, new Date(Date.now() + 30 * 60_000))).toBe(false)
  expect(await unscopedMayReset('never-given-out')).toBe(false)
  await deactivatePerson(admin, { id: member.id })
  await expect(unscopedResetPassword({ token, password: another })).rejects.toThrow('has been used')
  await expect(issue()).rejects.toThrow('too late')
  await expect(makeResetLink(member, { id: admin.id })).rejects.toThrow('does not allow')
})

test('asking for a new password tells nobody who has an account', async () => {
  const member = await settled()
  const took = async (email: string) => {
    const from = performance.now()
    expect(await unscopedAskReset(email)).toBeUndefined()
    return performance.now() - from
  }
  const times = { known: [] as number[], unknown: [] as number[] }
  // Many at once, and one after the other: one message in two minutes all the same.
  await Promise.all(Array.from({ length: 8 }, () => unscopedAskReset(member.email)))
  for (let round = 0; round < 3; round++) {
    times.known.push(await took(member.email))
    times.unknown.push(await took(`nobody-${round}@example.org`))
  }
  expect(await db.message.count({ where: { to: { startsWith: 'nobody' } } })).toBe(0)
  const subject = 'A new password for Followthrough'
  expect(await db.message.count({ where: { to: member.email, subject } })).toBe(1)
  // The middle one: a busy machine makes any single answer late.
  const middle = (all: number[]) => all.toSorted((a, b) => a - b)[1] ?? 0
  expect(Math.min(...times.known, ...times.unknown)).toBeGreaterThan(395)
  expect(Math.abs(middle(times.known) - middle(times.unknown))).toBeLessThan(60)
})

test('an address changes once both the present one and the new one have agreed, in either order', async () => {
  for (const first of ['from', 'to'] as const) {
    const member = await settled()
    await signIn(member.email, password)
    const to = `${member.id}-new@example.org`
    await askAddressChange(member, { email: to, currentPassword: password })
    const tokens = { from: await tokenTo(member.email), to: await tokenTo(to) }
    expect(await unscopedFindAddressChange(tokens[first])).toMatchObject({ side: first, state: 'open' })
    expect(await unscopedAgreeAddress(tokens[first])).toBe(false)
    expect((await db.user.findUnique({ where: { id: member.id } }))?.email).toBe(member.email)
    expect(await unscopedAgreeAddress(tokens[first === 'from' ? 'to' : 'from'])).toBe(true)
    expect((await db.user.findUnique({ where: { id: member.id } }))?.email).toBe(to)
    expect(await db.session.count({ where: { userId: member.id } })).toBe(0)
    await signIn(to, password)
    await expect(unscopedAgreeAddress(tokens.from)).rejects.toThrow('no longer works')
  }
})

test('both addresses may agree at the same instant, and the change happens once', async () => {
  const member = await settled()
  const to = `${member.id}-new@example.org`
  await askAddressChange(member, { email: to, currentPassword: password })
  const tokens = [await tokenTo(member.email), await tokenTo(to)]
  expect((await Promise.all(tokens.map((token) => unscopedAgreeAddress(token)))).sort()).toEqual([
    false,
    true,
  ])
  expect((await kindsAbout(member.id)).filter((kind) => kind === 'ADDRESS_CHANGED')).toHaveLength(1)
})

test('a change of address is refused without the password, to a taken address, too late, and when asked anew', async () => {
  const [member, other] = [await settled(), await settled()]
  const ask = (email: string, currentPassword = password) =>
    askAddressChange(member, { email, currentPassword })
  await expect(ask('new@example.org', another)).rejects.toThrow('not your present password')
  await expect(ask(other.email)).rejects.toThrow('Somebody has an account')
  await expect(ask(member.email)).rejects.toThrow('your address already')
  await ask('first@example.org')
  const token = await tokenTo('first@example.org')
  await expect(unscopedAgreeAddress(token, new Date(Date.now() + dayMs))).rejects.toThrow('older than a day')
  await ask('second@example.org')
  await expect(unscopedAgreeAddress(token)).rejects.toThrow('no longer works')
  await expect(unscopedAgreeAddress('never-given-out')).rejects.toThrow('no longer works')
})

test('no password and no link stands in the list of what people did, or in any table', async () => {
  const member = await settled()
  await expect(signIn(member.email, 'a wrong password entirely')).rejects.toThrow()
  await unscopedAskReset(member.email)
  const token = await tokenTo(member.email)
  const everything = JSON.stringify([
    await db.activity.findMany(),
    await db.message.findMany(),
    (await db.verification.findMany()).map(({ identifier, value }) => [identifier, value]),
  ])
  expect(token.length).toBeGreaterThan(20)
  for (const secret of [password, another, 'a wrong password', token])
    expect(everything).not.toContain(secret)
})
