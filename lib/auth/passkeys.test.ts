import { expect, test } from 'vitest'
import { auth } from '#lib/auth/auth.ts'
import { PasskeyAnswer } from '#lib/auth/input.ts'
import { listPasskeys, namePasskey, removePasskey, unscopedSignInByPasskey } from '#lib/auth/passkeys.ts'
import { db } from '#lib/database/client.ts'
import { authenticator } from '#testing/authenticator.ts'
import { makeMember } from '#testing/make.ts'

/** A person with a passkey on a device of theirs. */
async function holder() {
  const [member, device] = [await makeMember(), authenticator()]
  const { id } = await db.passkey.create({
    data: {
      id: device.id.slice(0, 20),
      name: 'Laptop',
      publicKey: device.publicKey,
      userId: member.id,
      credentialID: device.id,
      counter: 0,
      deviceType: 'singleDevice',
      backedUp: false,
    },
    select: { id: true },
  })
  return { member, device, id }
}

/** A challenge, and the browser that was given it. */
async function begun() {
  const { headers, response } = await auth().api.generatePasskeyAuthenticationOptions({
    headers: new Headers(),
    returnHeaders: true,
  })
  const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return { challenge: response.challenge, sent: new Headers({ cookie }) }
}

test('a passkey signs its owner in, once for a challenge, and it is noted', async () => {
  const { member, device } = await holder()
  const { challenge, sent } = await begun()
  const answer = PasskeyAnswer.parse(JSON.stringify(device.answer(challenge)))
  expect(await unscopedSignInByPasskey(answer, sent)).toBe(member.email)
  expect(await unscopedSignInByPasskey(answer, sent)).toBeNull()
  expect(await db.session.count({ where: { userId: member.id } })).toBe(1)
  const [passkey] = await listPasskeys(member)
  expect(passkey?.lastUsedAt).toBeInstanceOf(Date)
  const kinds = { in: ['SIGNED_IN', 'SIGN_IN_FAILED'] }
  const notes = await db.activity.findMany({ where: { kind: kinds }, orderBy: { at: 'asc' } })
  expect(notes.map(({ kind, about }) => [kind, about])).toEqual([
    ['SIGNED_IN', 'by a passkey'],
    ['SIGN_IN_FAILED', `${member.email} by a passkey`],
  ])
})

test.each([
  ['whose owner was not verified', { flags: 1 }],
  ['of another site', { origin: 'https://evil.example' }],
  ['of another site’s name', { rpId: 'evil.example' }],
  ['that was made for another purpose', { type: 'webauthn.create' }],
])('an answer %s opens nothing', async (_, claims) => {
  const { member, device } = await holder()
  const { challenge, sent } = await begun()
  expect(await unscopedSignInByPasskey(device.answer(challenge, claims), sent)).toBeNull()
  expect(await db.session.count({ where: { userId: member.id } })).toBe(0)
})

test('an answer to another browser’s challenge, or to none, opens nothing', async () => {
  const { device } = await holder()
  const [mine, theirs] = [await begun(), await begun()]
  expect(await unscopedSignInByPasskey(device.answer(mine.challenge), theirs.sent)).toBeNull()
  expect(await unscopedSignInByPasskey(device.answer(mine.challenge), new Headers())).toBeNull()
})

test('a copied device is found by its counter', async () => {
  const { device } = await holder()
  const signIn = async (counter: number) => {
    const { challenge, sent } = await begun()
    return unscopedSignInByPasskey(device.answer(challenge, { counter }), sent)
  }
  expect(await signIn(7)).not.toBeNull()
  expect(await signIn(5)).toBeNull()
})

test('a deactivated person’s passkey, a removed one and one never seen are refused alike', async () => {
  const [off, gone, stranger] = [await holder(), await holder(), authenticator()]
  await db.user.update({ where: { id: off.member.id }, data: { deactivatedAt: new Date() } })
  await removePasskey(gone.member, { id: gone.id })
  for (const device of [off.device, gone.device, stranger]) {
    const { challenge, sent } = await begun()
    expect(await unscopedSignInByPasskey(device.answer(challenge), sent)).toBeNull()
  }
  const letter = await db.message.findFirst({ where: { to: gone.member.email } })
  expect(letter?.text).toContain('A passkey was removed: “Laptop”.')
})

test('nobody names or removes another person’s passkey', async () => {
  const [{ member, id }, admin] = [await holder(), await makeMember('ADMIN')]
  await expect(namePasskey(admin, { id, name: 'Mine' })).rejects.toThrow('no such passkey')
  await expect(removePasskey(admin, { id })).rejects.toThrow('no such passkey')
  await namePasskey(member, { id, name: 'Telephone' })
  expect((await listPasskeys(member)).map(({ name }) => name)).toEqual(['Telephone'])
})
