// Accounts: the first administrator, one's own sessions, one's own password.

import { randomBytes } from 'node:crypto'
import { authorize } from '#lib/access.ts'
import { unscopedNote } from '#lib/activity/note.ts'
import { deviceInWords } from '#lib/activity/rules.ts'
import { auth } from '#lib/auth/auth.ts'
import { checkOwnPassword, findPasswordHash } from '#lib/auth/own-password.ts'
import type { Member, Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { hourMs } from '#lib/dates.ts'
import { invalid, NotFound } from '#lib/errors.ts'
import type { Role } from '#lib/generated/prisma/enums.ts'
import { sha256 } from '#lib/hash.ts'
import { unscopedQueueMessage } from '#lib/outbox/post.ts'
import { messageTexts } from '#lib/outbox/rules.ts'

const setupKey = 'setup'

/** Whether nobody can sign in yet. Asked before anybody can be a viewer. */
export async function unscopedIsUnclaimed(): Promise<boolean> {
  return (await db.user.count()) === 0
}

/** A secret that lets its holder become the first administrator within the hour; null once there are people. */
export async function unscopedIssueSetupToken(now = new Date()): Promise<string | null> {
  if (!(await unscopedIsUnclaimed())) return null
  const token = randomBytes(24).toString('base64url')
  await db.verification.deleteMany({ where: { identifier: setupKey } })
  await db.verification.create({
    data: {
      id: randomBytes(12).toString('hex'),
      identifier: setupKey,
      value: sha256(token),
      expiresAt: new Date(now.getTime() + hourMs),
    },
  })
  return token
}

/** Makes the first administrator. Refuses once anybody exists, and any secret but the last one issued. */
export async function unscopedClaim(
  input: { token: string; name: string; email: string; password: string },
  now = new Date(),
): Promise<void> {
  const { password: passwords } = await auth().$context
  const hash = await passwords.hash(input.password)
  await db.$transaction(async (tx) => {
    const spent = await tx.verification.deleteMany({
      where: { identifier: setupKey, value: sha256(input.token), expiresAt: { gt: now } },
    })
    if (spent.count === 0 || (await tx.user.count()) > 0)
      throw invalid(
        '',
        'This link has been used or is older than an hour: start the product again for a new one.',
      )
    const id = randomBytes(12).toString('hex')
    await tx.user.create({
      data: { id, name: input.name, email: input.email, role: 'ADMIN', emailVerified: true },
    })
    await tx.account.create({
      data: {
        id: randomBytes(12).toString('hex'),
        userId: id,
        accountId: id,
        providerId: 'credential',
        password: hash,
      },
    })
    const { name, email } = input
    await unscopedNote(tx, { kind: 'member', id, name, email, role: 'ADMIN', sessionId: null }, 'SET_UP')
  })
}

/** The member with this e-mail address, or without one the first administrator: for the command line. */
export async function memberNamed(viewer: Viewer, email: string | null): Promise<Member | null> {
  authorize(viewer, 'person.find', 'any')
  const found = await db.user.findFirst({
    where: { ...(email ? { email: email.toLowerCase() } : { role: 'ADMIN' }), deactivatedAt: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true, name: true, email: true, role: true },
  })
  return found && { kind: 'member', ...found, sessionId: null }
}

type OwnSession = {
  id: string
  startedAt: Date
  lastSeenAt: Date
  device: string
  /** From where it was begun; null where that is not known. */
  address: string | null
  isThis: boolean
}

/** The viewer's own live sessions, newest first. */
export async function listSessions(viewer: Member, now = new Date()): Promise<OwnSession[]> {
  authorize(viewer, 'session.list', 'own')
  const sessions = await db.session.findMany({
    where: { userId: viewer.id, expiresAt: { gt: now } },
    orderBy: { updatedAt: 'desc' },
    select: { id: true, createdAt: true, updatedAt: true, userAgent: true, ipAddress: true },
  })
  return sessions.map((each) => ({
    id: each.id,
    startedAt: each.createdAt,
    lastSeenAt: each.updatedAt,
    device: deviceInWords(each.userAgent),
    address: each.ipAddress || null,
    isThis: each.id === viewer.sessionId,
  }))
}

/** Ends one of the viewer's own sessions. */
export async function revokeSession(viewer: Member, id: string): Promise<void> {
  authorize(viewer, 'session.revoke', 'own')
  const where = { id, userId: viewer.id }
  const session = await db.session.findFirst({ where, select: { userAgent: true } })
  const { count } = await db.session.deleteMany({ where })
  if (count === 0) throw new NotFound('session')
  await unscopedNote(db, viewer, 'SESSION_ENDED', { words: deviceInWords(session?.userAgent) })
}

/** Ends every session of the viewer's but the one at hand. */
export async function revokeOtherSessions(viewer: Member): Promise<void> {
  authorize(viewer, 'session.revoke', 'own')
  const { count } = await db.session.deleteMany({
    where: { userId: viewer.id, id: { not: viewer.sessionId ?? '' } },
  })
  if (count)
    await unscopedNote(db, viewer, 'SESSION_ENDED', { words: count === 1 ? '1 other' : `${count} others` })
}

/** Whether the viewer has a password yet: people who came by a one-time link have none. */
export async function hasPassword(viewer: Member): Promise<boolean> {
  authorize(viewer, 'password.set', 'own')
  return (await findPasswordHash(viewer)) !== null
}

/** Sets or changes the viewer's password and ends every other session of theirs. */
export async function setPassword(
  viewer: Member,
  input: { currentPassword?: string | undefined; password: string },
  now = new Date(),
): Promise<void> {
  authorize(viewer, 'password.set', 'own')
  const { password: passwords } = await auth().$context
  const account = await db.account.findFirst({
    where: { userId: viewer.id, providerId: 'credential' },
    select: { id: true, password: true },
  })
  if (account?.password) await checkOwnPassword(viewer, input.currentPassword ?? '', 'currentPassword')
  const password = await passwords.hash(input.password)
  const what = account?.password ? 'Your password was changed.' : 'A password was set for your account.'
  await db.$transaction(async (tx) => {
    if (account) await tx.account.update({ where: { id: account.id }, data: { password } })
    else
      await tx.account.create({
        data: {
          id: randomBytes(12).toString('hex'),
          userId: viewer.id,
          accountId: viewer.id,
          providerId: 'credential',
          password,
        },
      })
    await tx.session.deleteMany({ where: { userId: viewer.id, id: { not: viewer.sessionId ?? '' } } })
    await unscopedNote(tx, viewer, 'PASSWORD_CHANGED')
    await unscopedQueueMessage(tx, viewer.email, messageTexts.accountChanged({ what }), null, now)
  })
}

/** The demo's people: no password, so that only a one-time link from the console lets anybody in. */
export async function unscopedAddDemoPeople(): Promise<{ analyst: Member; reviewer: Member; admin: Member }> {
  const add = async (role: Role, name: string): Promise<Member> => {
    const id = randomBytes(12).toString('hex')
    const email = `${role.toLowerCase()}@demo.example`
    await db.user.create({ data: { id, name, email, role, isDemo: true, emailVerified: true } })
    return { kind: 'member', id, name, email, role, sessionId: null }
  }
  return {
    analyst: await add('ANALYST', 'Demo analyst'),
    reviewer: await add('REVIEWER', 'Demo reviewer'),
    admin: await add('ADMIN', 'Demo administrator'),
  }
}
