// Accepting an invitation: the one way in which an account comes to be, after the first.

import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { unscopedNote } from '#lib/activity/note.ts'
import { auth } from '#lib/auth/auth.ts'
import { db, Prisma } from '#lib/database/client.ts'
import { Conflict } from '#lib/errors.ts'
import type { Role } from '#lib/generated/prisma/enums.ts'
import { sha256 } from '#lib/hash.ts'
import type { AcceptInput } from '#lib/people/input.ts'
import { type InvitationState, invitationState } from '#lib/people/rules.ts'

export type Invited = { state: InvitationState; email: string; role: Role; by: string; expiresAt: Date }

/** What a link invites to; null for a secret that was never given out, or was renewed since. */
export async function unscopedFindInvitation(token: string, now = new Date()): Promise<Invited | null> {
  const found = await db.invitation.findUnique({
    where: { tokenSha256: sha256(token) },
    select: {
      email: true,
      role: true,
      expiresAt: true,
      acceptedAt: true,
      withdrawnAt: true,
      invitedBy: { select: { name: true } },
    },
  })
  if (!found) return null
  const { email, role, expiresAt, invitedBy } = found
  return { state: invitationState(found, now), email, role, expiresAt, by: invitedBy.name }
}

/** Makes the account that an open invitation is for, and returns its address. Its holder needs no account to do so. */
export async function unscopedAcceptInvitation(
  { token, name, password }: z.output<typeof AcceptInput>,
  now = new Date(),
): Promise<string> {
  const invitation = await unscopedFindInvitation(token, now)
  if (invitation?.state !== 'open') throw spent()
  const { email, role } = invitation
  const { password: passwords } = await auth().$context
  const hash = await passwords.hash(password)
  const id = randomBytes(12).toString('hex')
  const made = db.$transaction(async (tx) => {
    const where = { tokenSha256: sha256(token), acceptedAt: null, withdrawnAt: null, expiresAt: { gt: now } }
    const { count } = await tx.invitation.updateMany({ where, data: { acceptedAt: now } })
    if (count === 0) throw spent()
    await tx.user.create({ data: { id, name, email, role, emailVerified: true }, select: { id: true } })
    const account = {
      id: randomBytes(12).toString('hex'),
      userId: id,
      accountId: id,
      providerId: 'credential',
    }
    await tx.account.create({ data: { ...account, password: hash }, select: { id: true } })
    await tx.invitation.update({ where: { tokenSha256: sha256(token) }, data: { acceptedById: id } })
    await unscopedNote(tx, { kind: 'member', id, name, email, role, sessionId: null }, 'INVITATION_ACCEPTED')
    return email
  })
  return made.catch((error) => {
    const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
    throw isTaken
      ? new Conflict('Somebody with this address has an account already: sign in instead.')
      : error
  })
}

function spent(): Conflict {
  return new Conflict('This invitation was used, withdrawn or renewed meanwhile: ask for a new link.')
}
