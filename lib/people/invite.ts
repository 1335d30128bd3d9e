// Invitations: made, renewed, withdrawn. Their links are told once, or go into the outbox.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import { unscopedNote } from '#lib/activity/note.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, Prisma, type Tx } from '#lib/database/client.ts'
import { Conflict, type Invalid, invalid } from '#lib/errors.ts'
import { requestKeyOf } from '#lib/forms/request-key.ts'
import type { Role } from '#lib/generated/prisma/enums.ts'
import { unscopedQueueMessage } from '#lib/outbox/post.ts'
import { messageTexts } from '#lib/outbox/rules.ts'
import type { InvitationInput, InviteInput, RenewInput } from '#lib/people/input.ts'
import { invitationMs, roles } from '#lib/people/rules.ts'
import { newSecret, secretLink } from '#lib/people/secret.ts'

type Invited = { id: string; link: string | null }
const open = { acceptedAt: null, withdrawnAt: null }

/**
 * Invites somebody who has no account, by a link that is told here and never again, or by mail. The same person and
 * role sent twice by one form are one invitation, whose later link works.
 */
export async function invitePerson(
  viewer: Member,
  input: z.output<typeof InviteInput>,
  now = new Date(),
): Promise<Invited> {
  authorize(viewer, 'person.invite', 'any')
  const { email, role, way } = input
  const requestKey = requestKeyOf(viewer, input.requestKey, [email, role])
  const before =
    requestKey && (await db.invitation.findUnique({ where: { requestKey }, select: { id: true } }))
  if (before)
    return way === 'mail'
      ? { id: before.id, link: null }
      : renewInvitation(viewer, { id: before.id, way }, now)
  const made = db.$transaction(async (tx) => {
    if (await tx.user.count({ where: { email } }))
      throw taken('Somebody with this address has an account already.')
    await tx.invitation.updateMany({
      where: { email, ...open, expiresAt: { lte: now } },
      data: { withdrawnAt: now },
    })
    const { secret, expiresAt } = fresh(now)
    const data = {
      email,
      role,
      requestKey,
      invitedById: viewer.id,
      invitedAt: now,
      expiresAt,
      tokenSha256: secret.hash,
    }
    const { id } = await tx.invitation.create({ data, select: { id: true } })
    await unscopedNote(tx, viewer, 'PERSON_INVITED', {
      id,
      words: `${email} as ${roles[role].word.toLowerCase()}`,
    })
    return { id, link: await hand(tx, viewer, { email, role }, way, secret.token, expiresAt, now) }
  })
  return made.catch(async (error) => {
    const first =
      requestKey && (await db.invitation.findUnique({ where: { requestKey }, select: { id: true } }))
    if (first) return invitePerson(viewer, input, now)
    throw isTaken(error)
      ? taken('This address is invited already: renew that invitation for a new link.')
      : error
  })
}

/** Gives an invitation that was not used a new link and another week; its old link is dead. */
export async function renewInvitation(
  viewer: Member,
  { id, way }: z.output<typeof RenewInput>,
  now = new Date(),
): Promise<Invited> {
  authorize(viewer, 'person.invite', 'any')
  return db.$transaction(async (tx) => {
    const { secret, expiresAt } = fresh(now)
    const data = { expiresAt, tokenSha256: secret.hash }
    const { count } = await tx.invitation.updateMany({ where: { id, ...open }, data })
    if (count === 0) throw new Conflict('This invitation was used or withdrawn meanwhile.')
    const { email, role } = await tx.invitation.findUniqueOrThrow({
      where: { id },
      select: { email: true, role: true },
    })
    await unscopedNote(tx, viewer, 'INVITATION_RENEWED', { id, words: email })
    return { id, link: await hand(tx, viewer, { email, role }, way, secret.token, expiresAt, now) }
  })
}

/** Takes back an invitation that was not used: its link is dead. */
export async function withdrawInvitation(
  viewer: Member,
  { id }: z.output<typeof InvitationInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'person.invite', 'any')
  return db.$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({ where: { id, ...open }, data: { withdrawnAt: now } })
    if (count === 0) throw new Conflict('This invitation was used or withdrawn meanwhile.')
    const { email } = await tx.invitation.findUniqueOrThrow({ where: { id }, select: { email: true } })
    await unscopedNote(tx, viewer, 'INVITATION_WITHDRAWN', { id, words: email })
    return id
  })
}

function fresh(now: Date) {
  return { secret: newSecret(), expiresAt: new Date(now.getTime() + invitationMs) }
}

async function hand(
  tx: Tx,
  viewer: Member,
  to: { email: string; role: Role },
  way: 'link' | 'mail',
  token: string,
  endsAt: Date,
  now: Date,
): Promise<string | null> {
  const path = `/invitation?token=${token}`
  if (way === 'link') return secretLink(path)
  const letter = messageTexts.invitation({ by: viewer.name, role: roles[to.role].word.toLowerCase(), endsAt })
  await unscopedQueueMessage(tx, to.email, letter, { path, endsAt }, now)
  return null
}

function taken(message: string): Invalid {
  return invalid('email', message)
}

function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}
