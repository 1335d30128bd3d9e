import { expect, test } from 'vitest'
import { auth } from '#lib/auth/auth.ts'
import { setPassword } from '#lib/auth/people.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  getSecondFactor,
  unscopedPassSecondFactor,
} from '#lib/auth/second-factor.ts'
import { db } from '#lib/database/client.ts'
import { codeOf } from '#testing/authenticator.ts'
import { makeMember } from '#testing/make.ts'

const password = 'nine slow ferries in the rain'

/** What a browser would send on after signing in with the password. */
async function signIn(email: string): Promise<Headers> {
  const { headers } = await auth().api.signInEmail({ body: { email, password }, returnHeaders: true })
  const cookies = headers.getSetCookie().map((each) => each.split(';')[0])
  return new Headers({ cookie: cookies.join('; ') })
}

async function begun() {
  const member = await makeMember()
  await setPassword(member, { password })
  const headers = await signIn(member.email)
  await beginSecondFactor(member, password, headers)
  const found = await getSecondFactor(member)
  if (found.state !== 'begun') throw new Error(`It is ${found.state}.`)
  return { member, headers, secret: found.secret, codes: found.codes }
}

test('a code signs in once, also within the time in which the app still shows it', async () => {
  const { member, headers, secret } = await begun()
  await confirmSecondFactor(member, codeOf(secret), headers)
  const code = codeOf(secret)
  expect(await unscopedPassSecondFactor(code, await signIn(member.email))).toBe(member.email)
  const sessions = await db.session.count({ where: { userId: member.id } })
  expect(await unscopedPassSecondFactor(code, await signIn(member.email))).toBeNull()
  expect(await db.session.count({ where: { userId: member.id } })).toBe(sessions)
  const note = await db.activity.findFirst({ where: { aboutId: member.id }, orderBy: { at: 'desc' } })
  expect(note?.about).toBe(`${member.email} by a code used before`)
})

test('a recovery code signs in once, and five wrong codes end the sign-in', async () => {
  const { member, headers, secret, codes } = await begun()
  await confirmSecondFactor(member, codeOf(secret), headers)
  const [first = '', second = ''] = codes
  expect(await unscopedPassSecondFactor(first, await signIn(member.email))).toBe(member.email)
  expect(await unscopedPassSecondFactor(first, await signIn(member.email))).toBeNull()
  const sent = await signIn(member.email)
  for (let each = 0; each < 5; each++) expect(await unscopedPassSecondFactor('000000', sent)).toBeNull()
  expect(await unscopedPassSecondFactor(second, sent)).toBeNull()
  const failures = { aboutId: member.id, kind: 'SIGN_IN_FAILED', about: `${member.email} by a code` }
  expect(await db.activity.count({ where: failures })).toBeGreaterThanOrEqual(5)
})

test('without the password nobody begins or ends it, and its owner is told of both', async () => {
  const { member, headers, secret } = await begun()
  await expect(endSecondFactor(member, 'not the password', headers)).rejects.toThrow(
    'not your present password',
  )
  await confirmSecondFactor(member, codeOf(secret), headers)
  const letters = await db.message.findMany({ where: { to: member.email }, select: { text: true } })
  expect(letters.map(({ text }) => text).join('')).toContain('A second factor was switched on.')
})

test('wrong passwords at a session are counted like those at the door', async () => {
  const member = await makeMember()
  await setPassword(member, { password })
  const headers = await signIn(member.email)
  const tries = Array.from({ length: 14 }, (_, each) => beginSecondFactor(member, `wrong ${each}`, headers))
  const said = (await Promise.allSettled(tries)).map((each) =>
    each.status === 'rejected' ? each.reason.message : '',
  )
  expect(said.filter((each) => each.includes('not your present password'))).toHaveLength(10)
  expect(said.filter((each) => each.includes('too many wrong tries'))).toHaveLength(4)
})
