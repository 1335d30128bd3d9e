// Changing one's e-mail address: it happens once the present address and the new one have both agreed.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import { unscopedNote } from '#lib/activity/note.ts'
import { checkOwnPassword } from '#lib/auth/own-password.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, type Tx } from '#lib/database/client.ts'
import { Conflict, invalid } from '#lib/errors.ts'
import { sha256 } from '#lib/hash.ts'
import { unscopedQueueMessage } from '#lib/outbox/post.ts'
import { messageTexts } from '#lib/outbox/rules.ts'
import type { NewAddressInput } from '#lib/people/input.ts'
import { addressChangeMs } from '#lib/people/rules.ts'
import { newSecret } from '#lib/people/secret.ts'

type Side = 'from' | 'to'
export type AddressChange = {
  id: string
  side: Side
  from: string
  to: string
  state: 'open' | 'agreed' | 'done' | 'over'
}

/** Asks both addresses to agree. An earlier change that was not finished is dropped. */
export async function askAddressChange(
  viewer: Member,
  { email, currentPassword }: z.output<typeof NewAddressInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'person.changeAddress', 'own')
  await checkOwnPassword(viewer, currentPassword, 'currentPassword')
  if (email === viewer.email) throw invalid('email', 'This is your address already.')
  if (await db.user.count({ where: { email } }))
    throw invalid('email', 'Somebody has an account with this address.')
  const [from, to] = [newSecret(), newSecret()]
  const endsAt = new Date(now.getTime() + addressChangeMs)
  return db.$transaction(async (tx) => {
    const unfinished = { OR: [{ fromAgreedAt: null }, { toAgreedAt: null }] }
    await tx.addressChange.updateMany({
      where: { personId: viewer.id, droppedAt: null, ...unfinished },
      data: { droppedAt: now },
    })
    const addresses = { fromEmail: viewer.email, toEmail: email, fromSha256: from.hash, toSha256: to.hash }
    const data = { ...addresses, personId: viewer.id, askedAt: now, expiresAt: endsAt }
    const { id } = await tx.addressChange.create({ data, select: { id: true } })
    const link = (token: string) => ({ path: `/address?token=${token}`, endsAt })
    await unscopedQueueMessage(
      tx,
      viewer.email,
      messageTexts.addressFrom({ to: email, endsAt }),
      link(from.token),
      now,
    )
    await unscopedQueueMessage(
      tx,
      email,
      messageTexts.addressTo({ from: viewer.email, endsAt }),
      link(to.token),
      now,
    )
    await unscopedNote(tx, viewer, 'ADDRESS_CHANGE_ASKED', {
      id: viewer.id,
      words: `${viewer.email} → ${email}`,
    })
    return id
  })
}

/** What a link asks to agree to; null for a secret that was never given out. */
export async function unscopedFindAddressChange(
  token: string,
  now = new Date(),
): Promise<AddressChange | null> {
  const hash = sha256(token)
  const found = await db.addressChange.findFirst({
    where: { OR: [{ fromSha256: hash }, { toSha256: hash }] },
    include: { person: { select: { deactivatedAt: true } } },
  })
  if (!found) return null
  const side = found.fromSha256 === hash ? 'from' : 'to'
  const { fromAgreedAt, toAgreedAt } = found
  const agreed = side === 'from' ? fromAgreedAt : toAgreedAt
  const isOver = found.droppedAt || found.person.deactivatedAt || found.expiresAt <= now
  const state = fromAgreedAt && toAgreedAt ? 'done' : isOver ? 'over' : agreed ? 'agreed' : 'open'
  return { id: found.id, side, from: found.fromEmail, to: found.toEmail, state }
}

/**
 * Agrees for the address that the link was sent to. With the second address the change happens, and every session of
 * the person ends. Returns whether it happened.
 */
export async function unscopedAgreeAddress(token: string, now = new Date()): Promise<boolean> {
  const asked = await unscopedFindAddressChange(token, now)
  if (!asked || asked.state === 'over' || asked.state === 'done') throw spent()
  return db.$transaction(async (tx) => {
    // Both addresses may agree at once: this update holds the row, so the second sees what the first did.
    const where = { id: asked.id, droppedAt: null, expiresAt: { gt: now } }
    const data = asked.side === 'from' ? { fromAgreedAt: now } : { toAgreedAt: now }
    if ((await tx.addressChange.updateMany({ where, data })).count === 0) throw spent()
    return moveIfAgreed(tx, asked)
  })
}

async function moveIfAgreed(tx: Tx, { id, from, to }: AddressChange): Promise<boolean> {
  const { fromAgreedAt, toAgreedAt, personId } = await tx.addressChange.findUniqueOrThrow({ where: { id } })
  if (!fromAgreedAt || !toAgreedAt) return false
  if (await tx.user.count({ where: { email: to } }))
    throw new Conflict('Somebody has taken the new address meanwhile: ask for another change.')
  const where = { id: personId, email: from, deactivatedAt: null }
  const { count } = await tx.user.updateMany({ where, data: { email: to, emailVerified: true } })
  if (count === 0) throw spent()
  await tx.session.deleteMany({ where: { userId: personId } })
  const { name, role } = await tx.user.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true, role: true },
  })
  const member: Member = { kind: 'member', id: personId, name, role, email: to, sessionId: null }
  await unscopedNote(tx, member, 'ADDRESS_CHANGED', { id: personId, words: `${from} → ${to}` })
  return true
}

function spent(): Conflict {
  return new Conflict('This link no longer works: the change was made, dropped, or is older than a day.')
}
