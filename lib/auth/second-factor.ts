// Two-factor authentication (2FA): an authenticator app (TOTP, RFC 6238), and recovery codes.

import { randomUUID } from 'node:crypto'
import { symmetricDecrypt } from 'better-auth/crypto'
import { authorize } from '#lib/access.ts'
import { unscopedNote } from '#lib/activity/note.ts'
import type { ActivityKind } from '#lib/activity/rules.ts'
import { auth } from '#lib/auth/auth.ts'
import { checkOwnPassword } from '#lib/auth/own-password.ts'
import { type Member, visitor } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { invalid } from '#lib/errors.ts'
import { sha256 } from '#lib/hash.ts'
import { unscopedQueueMessage } from '#lib/outbox/post.ts'
import { messageTexts } from '#lib/outbox/rules.ts'

/** Begun: the secret and codes to write down, for whoever has still to prove that their app shows the right code. */
export type SecondFactor =
  | { state: 'off' | 'on' }
  | { state: 'begun'; secret: string; uri: string; codes: string[] }

export async function getSecondFactor(viewer: Member): Promise<SecondFactor> {
  authorize(viewer, 'secondFactor.set', 'own')
  const found = await db.twoFactor.findUnique({ where: { userId: viewer.id } })
  if (!found) return { state: 'off' }
  if (found.verified) return { state: 'on' }
  const { secretConfig: key } = await auth().$context
  const [secret, codes] = await Promise.all([
    symmetricDecrypt({ key, data: found.secret }),
    symmetricDecrypt({ key, data: found.backupCodes }),
  ])
  const shown = base32(secret)
  const label = encodeURIComponent(`Followthrough:${viewer.email}`)
  const uri = `otpauth://totp/${label}?secret=${shown}&issuer=Followthrough`
  return { state: 'begun', secret: shown, uri, codes: JSON.parse(codes) as string[] }
}

/** Makes a secret and recovery codes. They count for nothing until `confirmSecondFactor`. */
export async function beginSecondFactor(viewer: Member, password: string, headers: Headers): Promise<void> {
  authorize(viewer, 'secondFactor.set', 'own')
  await checkOwnPassword(viewer, password, 'password')
  await auth().api.enableTwoFactor({ body: { password, method: 'totp' }, headers })
}

/** Switches it on once the app shows the right code, which also begins a new session and ends those without a code. */
export async function confirmSecondFactor(viewer: Member, code: string, headers: Headers): Promise<void> {
  authorize(viewer, 'secondFactor.set', 'own')
  const before = await db.session.findMany({ where: { userId: viewer.id }, select: { id: true } })
  await auth()
    .api.verifyTOTP({ body: { code }, headers })
    .catch(() => {
      throw invalid('code', 'The app shows another code by now, or its clock is wrong. Type the newest one.')
    })
  await db.session.deleteMany({ where: { id: { in: before.map(({ id }) => id) } } })
  await tell(viewer, 'SECOND_FACTOR_ADDED', 'A second factor was switched on.')
}

/** New recovery codes in the place of the old ones. */
export async function renewCodes(viewer: Member, password: string, headers: Headers): Promise<string[]> {
  authorize(viewer, 'secondFactor.set', 'own')
  await checkOwnPassword(viewer, password, 'password')
  const made = await auth().api.generateBackupCodes({ body: { password }, headers })
  return made.backupCodes
}

export async function endSecondFactor(viewer: Member, password: string, headers: Headers): Promise<void> {
  authorize(viewer, 'secondFactor.set', 'own')
  await checkOwnPassword(viewer, password, 'password')
  await auth().api.disableTwoFactor({ body: { password }, headers })
  await tell(viewer, 'SECOND_FACTOR_REMOVED', 'The second factor was switched off.')
}

/**
 * The second step of signing in: six digits of the app, or a recovery code, which is then spent. Returns whose code it
 * was; null when it was neither. Better Auth itself takes five wrong ones for a sign-in, and ten in a row for a person.
 */
export async function unscopedPassSecondFactor(code: string, headers: Headers): Promise<string | null> {
  const typed = code.replace(/\s/g, '')
  const { api } = auth()
  const tried = /^\d{6}$/.test(typed)
    ? api.verifyTOTP({ body: { code: typed }, headers })
    : api.verifyBackupCode({ body: { code: typed }, headers })
  const passed = await tried.catch(() => null)
  if (!passed) return null
  if (await isFirstUse(passed.user.email, typed)) return passed.user.email
  await db.session.deleteMany({ where: { token: passed.token ?? '' } })
  const { id, email } = passed.user
  await unscopedNote(db, visitor, 'SIGN_IN_FAILED', { id, words: `${email} by a code used before` })
  return null
}

/** Whether nobody signed in with this code before: whoever looked over its owner's shoulder comes second (RFC 6238, 5.2). */
async function isFirstUse(email: string, code: string, now = Date.now()): Promise<boolean> {
  const old = { key: { startsWith: 'code:' }, lastRequest: { lt: now - 300_000 } }
  await db.rateLimit.deleteMany({ where: old })
  const used = { id: randomUUID(), key: `code:${sha256(`${email} ${code}`)}`, count: 1, lastRequest: now }
  return (await db.rateLimit.createMany({ data: [used], skipDuplicates: true })).count === 1
}

async function tell(viewer: Member, kind: ActivityKind, what: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await unscopedNote(tx, viewer, kind)
    await unscopedQueueMessage(tx, viewer.email, messageTexts.accountChanged({ what }), null, new Date())
  })
}

/** RFC 4648, without padding, as authenticator apps take it. */
function base32(text: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}
