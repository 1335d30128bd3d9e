// Passkeys: a key pair for each device or password manager, which signs its owner in by itself (WebAuthn, level 3).

import { getAuthenticatorName } from '@better-auth/passkey'
import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import { unscopedNote } from '#lib/activity/note.ts'
import { origin } from '#lib/activity/origin.ts'
import { deviceInWords } from '#lib/activity/rules.ts'
import { auth } from '#lib/auth/auth.ts'
import type { NewPasskeyInput, PasskeyAnswer, PasskeyInput, PasskeyNameInput } from '#lib/auth/input.ts'
import { checkOwnPassword } from '#lib/auth/own-password.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { invalid, NotFound } from '#lib/errors.ts'
import { unscopedQueueMessage } from '#lib/outbox/post.ts'
import { messageTexts } from '#lib/outbox/rules.ts'

export type OwnPasskey = {
  id: string
  name: string
  addedAt: Date
  lastUsedAt: Date | null
  isSynced: boolean
}

export async function listPasskeys(viewer: Member): Promise<OwnPasskey[]> {
  authorize(viewer, 'passkey.set', 'own')
  const found = await db.passkey.findMany({
    where: { userId: viewer.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, name: true, createdAt: true, lastUsedAt: true, deviceType: true },
  })
  return found.map(({ id, name, createdAt, lastUsedAt, deviceType }) => ({
    id,
    name: name ?? 'A passkey',
    addedAt: createdAt,
    lastUsedAt,
    isSynced: deviceType === 'multiDevice',
  }))
}

/** What the browser needs to make a passkey, for whoever knows the password; its challenge is good for five minutes. */
export async function beginPasskey(viewer: Member, password: string, headers: Headers) {
  authorize(viewer, 'passkey.set', 'own')
  await checkOwnPassword(viewer, password, 'password')
  return auth().api.generatePasskeyRegistrationOptions({ headers })
}

/** Keeps the public half of what the browser made, and writes to its owner that it is there. */
export async function addPasskey(
  viewer: Member,
  { name, response }: z.output<typeof NewPasskeyInput>,
  headers: Headers,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'passkey.set', 'own')
  const made = await auth()
    .api.verifyPasskeyRegistration({ body: { response }, headers })
    .catch(() => null)
  if (!made)
    throw invalid('', 'The passkey could not be checked, or it took longer than five minutes. Begin again.')
  const shown = name ?? getAuthenticatorName(made.aaguid) ?? deviceInWords(origin().device)
  await db.$transaction(async (tx) => {
    await tx.passkey.update({ where: { id: made.id, userId: viewer.id }, data: { name: shown } })
    await unscopedNote(tx, viewer, 'PASSKEY_ADDED', { words: shown })
    await unscopedQueueMessage(
      tx,
      viewer.email,
      messageTexts.accountChanged({ what: `A passkey was added: “${shown}”.` }),
      null,
      now,
    )
  })
  return made.id
}

export async function namePasskey(
  viewer: Member,
  { id, name }: z.output<typeof PasskeyNameInput>,
): Promise<string> {
  authorize(viewer, 'passkey.set', 'own')
  const { count } = await db.passkey.updateMany({ where: { id, userId: viewer.id }, data: { name } })
  if (count === 0) throw new NotFound('passkey')
  return id
}

/** Forgets a passkey: what its owner still holds of it opens nothing any more. */
export async function removePasskey(
  viewer: Member,
  { id }: z.output<typeof PasskeyInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'passkey.set', 'own')
  const where = { id, userId: viewer.id }
  return db.$transaction(async (tx) => {
    const name = (await tx.passkey.findFirst({ where, select: { name: true } }))?.name ?? 'A passkey'
    if ((await tx.passkey.deleteMany({ where })).count === 0) throw new NotFound('passkey')
    await unscopedNote(tx, viewer, 'PASSKEY_REMOVED', { words: name })
    await unscopedQueueMessage(
      tx,
      viewer.email,
      messageTexts.accountChanged({ what: `A passkey was removed: “${name}”.` }),
      null,
      now,
    )
    return id
  })
}

/** What the browser needs to sign in with a passkey. It names nobody: the passkey says whose it is. */
export async function unscopedBeginPasskeySignIn(headers: Headers) {
  const { challenge, rpId, timeout } = await auth().api.generatePasskeyAuthenticationOptions({ headers })
  const asked = { challenge, userVerification: 'required' as const }
  return { ...asked, ...(rpId ? { rpId } : {}), ...(timeout ? { timeout } : {}) }
}

/**
 * Signs in whoever the passkey belongs to, and returns their address. Null when it is not ours, was removed, or its owner
 * is deactivated.
 */
export async function unscopedSignInByPasskey(
  response: z.output<typeof PasskeyAnswer>,
  headers: Headers,
  now = new Date(),
): Promise<string | null> {
  const email = await auth()
    .api.verifyPasskeyAuthentication({ body: { response }, headers })
    .then(
      ({ user }) => user.email,
      () => null,
    )
  if (email) await db.passkey.updateMany({ where: { credentialID: response.id }, data: { lastUsedAt: now } })
  return email
}
