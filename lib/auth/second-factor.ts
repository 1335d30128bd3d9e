// The second factor: an authenticator app (RFC 6238), and codes for when it is lost.

import { symmetricDecrypt } from 'better-auth/crypto'
import { authorize } from '#lib/access.ts'
import { note } from '#lib/activity/note.ts'
import { auth } from '#lib/auth/auth.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db } from '#lib/db.ts'
import { Invalid } from '#lib/errors.ts'

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
  await withPassword(() => auth().api.enableTwoFactor({ body: { password, method: 'totp' }, headers }))
}

/** Switches it on once the app shows the right code, which also begins a new session. */
export async function confirmSecondFactor(viewer: Member, code: string, headers: Headers): Promise<void> {
  authorize(viewer, 'secondFactor.set', 'own')
  await auth()
    .api.verifyTOTP({ body: { code }, headers })
    .catch(() => {
      throw fault('code', 'The app shows another code by now, or its clock is wrong. Type the newest one.')
    })
  await note(db, viewer, 'SECOND_FACTOR_ADDED')
}

/** New recovery codes in the place of the old ones. */
export async function renewCodes(viewer: Member, password: string, headers: Headers): Promise<string[]> {
  authorize(viewer, 'secondFactor.set', 'own')
  const made = await withPassword(() => auth().api.generateBackupCodes({ body: { password }, headers }))
  return made.backupCodes
}

export async function endSecondFactor(viewer: Member, password: string, headers: Headers): Promise<void> {
  authorize(viewer, 'secondFactor.set', 'own')
  await withPassword(() => auth().api.disableTwoFactor({ body: { password }, headers }))
  await note(db, viewer, 'SECOND_FACTOR_REMOVED')
}

/** The second step of signing in: six digits of the app, or a recovery code, which is then spent. False when neither. */
export async function unscopedPassSecondFactor(code: string, headers: Headers): Promise<boolean> {
  const typed = code.replace(/\s/g, '')
  const { api } = auth()
  const tried = /^\d{6}$/.test(typed)
    ? api.verifyTOTP({ body: { code: typed }, headers })
    : api.verifyBackupCode({ body: { code: typed }, headers })
  return tried.then(
    () => true,
    () => false,
  )
}

async function withPassword<T>(act: () => Promise<T>): Promise<T> {
  return act().catch(() => {
    throw fault('password', 'This is not your password.')
  })
}

const fault = (field: string, message: string) => new Invalid([{ field, message }])

/** RFC 4648, without padding, as authenticator apps take it. */
function base32(text: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}
