import { expect, test } from 'vitest'
import { auth, unscopedIssueLink } from '#lib/auth/auth.ts'
import { setPassword } from '#lib/auth/people.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { unscopedAcceptInvitation, unscopedFindInvitation } from '#lib/people/accept.ts'
import { invitePerson, renewInvitation, withdrawInvitation } from '#lib/people/invite.ts'
import { listInvitations, listPeople } from '#lib/people/read.ts'
import { changeRole, deactivatePerson, reactivatePerson } from '#lib/people/write.ts'
import { makeMember } from '#testing/make.ts'

const password = 'three or four words do well'
const weekMs = 7 * 86_400_000
const tokenOf = (link: string | null) => new URL(link ?? 'http://none').searchParams.get('token') ?? ''
const asked = (email: string, more = {}) =>
  ({ email, role: 'REVIEWER', way: 'link', requestKey: null, ...more }) as const

test('an invitation makes one account with its role, once, however many try at once', async () => {
  const admin = await makeMember('ADMIN')
  const { id, link } = await invitePerson(admin, asked('ana@example.org'))
  const token = tokenOf(link)
  expect(link).toBe(`http://localhost:3000/invitation?token=${token}`)
  expect(JSON.stringify(await db.invitation.findUnique({ where: { id } }))).not.toContain(token)
  expect(await unscopedFindInvitation(token)).toMatchObject({
    state: 'open',
    email: 'ana@example.org',
    by: admin.name,
  })
  const tries = [1, 2, 3].map((each) => unscopedAcceptInvitation({ token, name: `Ana ${each}`, password }))
  expect((await Promise.allSettled(tries)).filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  expect(await db.user.findMany({ where: { email: 'ana@example.org' } })).toMatchObject([
    { role: 'REVIEWER' },
  ])
  expect(await unscopedFindInvitation(token)).toMatchObject({ state: 'accepted' })
  await auth().api.signInEmail({ body: { email: 'ana@example.org', password } })
  await expect(invitePerson(admin, asked('ana@example.org'))).rejects.toThrow('has an account already')
})

test('an invitation that was withdrawn, has run out or was renewed lets nobody in', async () => {
  const admin = await makeMember('ADMIN')
  const [gone, late, old] = await Promise.all(
    ['gone', 'late', 'old'].map((name) => invitePerson(admin, asked(`${name}@example.org`))),
  )
  await withdrawInvitation(admin, { id: gone?.id ?? '' })
  const { link } = await renewInvitation(admin, { id: old?.id ?? '', way: 'link' })
  const enter = (each: string | null | undefined, now?: Date) =>
    unscopedAcceptInvitation({ token: tokenOf(each ?? null), name: 'Eve', password }, now)
  await expect(enter(gone?.link)).rejects.toThrow('ask for a new link')
  await expect(enter(late?.link, new Date(Date.now() + weekMs))).rejects.toThrow('ask for a new link')
  await expect(enter(old?.link)).rejects.toThrow('ask for a new link')
  expect(await unscopedFindInvitation(tokenOf(old?.link ?? null))).toBeNull()
  await expect(enter(link)).resolves.toBe('old@example.org')
  await expect(withdrawInvitation(admin, { id: old?.id ?? '' })).rejects.toThrow('was used or withdrawn')
})

test('an address has one open invitation, and the same form sent twice is one', async () => {
  const admin = await makeMember('ADMIN')
  const twice = asked('ben@example.org', { requestKey: 'a-form-sent-twice' })
  const first = await invitePerson(admin, twice)
  const second = await invitePerson(admin, twice)
  expect(second.id).toBe(first.id)
  expect(await unscopedFindInvitation(tokenOf(second.link))).toMatchObject({ state: 'open' })
  const others = await Promise.allSettled([1, 2].map(() => invitePerson(admin, asked('cem@example.org'))))
  expect(others.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(invitePerson(admin, asked('ben@example.org'))).rejects.toThrow('invited already')
  const later = new Date(Date.now() + weekMs)
  await invitePerson(admin, asked('ben@example.org'), later)
  const open = await listInvitations(admin, later)
  expect(open.filter((each) => each.email === 'ben@example.org')).toMatchObject([{ state: 'open' }])
})

test('an invitation by mail waits in the outbox with its link sealed', async () => {
  const admin = await makeMember('ADMIN')
  expect((await invitePerson(admin, asked('dee@example.org', { way: 'mail' }))).link).toBeNull()
  const message = await db.message.findFirstOrThrow({ where: { to: 'dee@example.org' } })
  expect(message.text).toContain(`${admin.name} invites you`)
  expect(message.link).not.toContain('token')
})

test('of two administrators who demote each other at once, one stays', async () => {
  for (let round = 0; round < 10; round++) {
    await db.user.updateMany({ where: { role: 'ADMIN' }, data: { role: 'ANALYST' } })
    const [one, other] = [await makeMember('ADMIN'), await makeMember('ADMIN')]
    const to = { role: 'ANALYST', was: 'ADMIN' } as const
    const done = await Promise.allSettled([
      changeRole(one, { id: other.id, ...to }),
      round % 2 ? changeRole(other, { id: one.id, ...to }) : deactivatePerson(other, { id: one.id }),
    ])
    expect(done.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect(await db.user.count({ where: { role: 'ADMIN', deactivatedAt: null } })).toBe(1)
  }
})

test('the last active administrator stays one, by whatever way', async () => {
  await db.user.updateMany({ where: { role: 'ADMIN' }, data: { role: 'ANALYST' } })
  const [admin, gone] = [await makeMember('ADMIN'), await makeMember('ADMIN')]
  await deactivatePerson(admin, { id: gone.id })
  await expect(deactivatePerson(admin, { id: admin.id })).rejects.toThrow('last active administrator')
  const down = { id: admin.id, role: 'REVIEWER', was: 'ADMIN' } as const
  await expect(changeRole(admin, down)).rejects.toThrow('last active administrator')
  await reactivatePerson(admin, { id: gone.id })
  await changeRole(admin, down)
  await expect(changeRole(admin, { ...down, id: gone.id })).rejects.toThrow('no administrator any more')
})

test('a role changed meanwhile is not changed over', async () => {
  const [admin, ben] = [await makeMember('ADMIN'), await makeMember('ANALYST')]
  await changeRole(admin, { id: ben.id, was: 'ANALYST', role: 'REVIEWER' })
  await expect(changeRole(admin, { id: ben.id, was: 'ANALYST', role: 'ADMIN' })).rejects.toThrow('meanwhile')
})

test('deactivating ends every session, and neither a password nor a link lets the person in', async () => {
  const [admin, ben] = [await makeMember('ADMIN'), await makeMember()]
  await setPassword(ben, { password })
  const signIn = () => auth().api.signInEmail({ body: { email: ben.email, password } })
  const sessions = () => db.session.count({ where: { userId: ben.id } })
  await signIn()
  await signIn()
  expect(await sessions()).toBe(2)
  await deactivatePerson(admin, { id: ben.id })
  expect(await sessions()).toBe(0)
  await expect(signIn()).rejects.toMatchObject({ statusCode: 401 })
  await auth().handler(new Request(await unscopedIssueLink(ben.email)))
  expect(await sessions()).toBe(0)
  await reactivatePerson(admin, { id: ben.id })
  await signIn()
  expect(await sessions()).toBe(1)
})

test('people are listed with when they were last seen, also after they signed out', async () => {
  const [admin, ben] = [await makeMember('ADMIN'), await makeMember()]
  const seen = async () => (await listPeople(admin)).find((each) => each.id === ben.id)?.lastSeenAt
  expect(await seen()).toBeNull()
  await auth().handler(new Request(await unscopedIssueLink(ben.email)))
  await db.session.deleteMany({ where: { userId: ben.id } })
  expect(await seen()).toBeInstanceOf(Date)
})

test.each(['ANALYST', 'REVIEWER'] as const)('a %s may do none of this', async (role) => {
  const [viewer, ben] = [await makeMember(role), await makeMember()]
  const acts: ((viewer: Member) => Promise<unknown>)[] = [
    (each) => listPeople(each),
    (each) => listInvitations(each),
    (each) => invitePerson(each, asked('eve@example.org')),
    (each) => renewInvitation(each, { id: 'x', way: 'link' }),
    (each) => withdrawInvitation(each, { id: 'x' }),
    (each) => changeRole(each, { id: ben.id, was: 'ANALYST', role: 'ADMIN' }),
    (each) => deactivatePerson(each, { id: ben.id }),
    (each) => reactivatePerson(each, { id: ben.id }),
  ]
  for (const act of acts) await expect(act(viewer)).rejects.toThrow('does not allow')
})
