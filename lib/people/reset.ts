// Password resets: asked for by people who forgot theirs, or by an administrator for them.

import { APIError } from 'better-auth/api'
import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import { unscopedNote } from '#lib/activity/note.ts'
import { auth, unscopedIssueResetToken } from '#lib/auth/auth.ts'
import { unscopedStartAfresh } from '#lib/auth/guessing.ts'
import { type Member, visitor } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import { sha256 } from '#lib/hash.ts'
import { unscopedQueueMessage } from '#lib/outbox/post.ts'
import { messageTexts } from '#lib/outbox/rules.ts'
import type { NewPasswordInput, PersonInput } from '#lib/people/input.ts'
import { personSituation, resetMs } from '#lib/people/rules.ts'
import { secretLink } from '#lib/people/secret.ts'
import { unscopedTake } from '#lib/rate-limits.ts'

const floorMs = 400
const pathOf = (token: string) => `/new-password?token=${token}`

/**
 * Writes to the holder of an address how to set a new password; for an unknown address, a deactivated person, or
 * within two minutes of the last time, nothing is written. It tells neither by its answer nor by its time.
 */
export async function unscopedAskReset(email: string, now = new Date()): Promise<void> {
  const slowest = new Promise((resolve) => setTimeout(resolve, floorMs))
  await Promise.all([slowest, ask(email, now)])
}

async function ask(email: string, now: Date): Promise<void> {
  const person = await db.user.findUnique({ where: { email }, select: { id: true, deactivatedAt: true } })
  await unscopedNote(db, visitor, 'RESET_ASKED', { id: person?.id ?? null, words: email })
  if (!person || person.deactivatedAt) return
  if ((await unscopedTake('reset', sha256(email), now)) > 0) return
  const token = await unscopedIssueResetToken(email)
  if (!token) return
  const endsAt = new Date(now.getTime() + resetMs)
  await db.$transaction((tx) =>
    unscopedQueueMessage(tx, email, messageTexts.reset({ endsAt }), { path: pathOf(token), endsAt }, now),
  )
}

/** A link for an active person to set a new password, for an administrator to pass on. It is told once. */
export async function makeResetLink(viewer: Member, { id }: z.output<typeof PersonInput>): Promise<string> {
  const person = await db.user.findUnique({
    where: { id },
    select: { email: true, name: true, deactivatedAt: true },
  })
  if (!person) throw new NotFound('person')
  authorize(viewer, 'person.makeResetLink', personSituation(person))
  const token = await unscopedIssueResetToken(person.email)
  if (!token) throw new NotFound('person')
  await unscopedNote(db, viewer, 'RESET_LINK_MADE', { id, words: person.name })
  return secretLink(pathOf(token))
}

/** Whether a link for a new password still works. */
export async function unscopedMayReset(token: string, now = new Date()): Promise<boolean> {
  return (await personOf(token, now)) !== null
}

/** Sets a new password for whoever a link was made for, and ends all their sessions and their other links. */
export async function unscopedResetPassword(
  { token, password }: z.output<typeof NewPasswordInput>,
  now = new Date(),
): Promise<void> {
  const person = await personOf(token, now)
  if (!person) throw spent()
  await auth()
    .api.resetPassword({ body: { token, newPassword: password } })
    .catch((error) => {
      throw error instanceof APIError ? spent() : error
    })
  await unscopedStartAfresh(person.email)
  await db.$transaction(async (tx) => {
    await tx.verification.deleteMany({ where: { value: person.id } })
    await unscopedNote(tx, { kind: 'member', ...person, sessionId: null }, 'PASSWORD_RESET')
    await unscopedQueueMessage(tx, person.email, messageTexts.passwordChanged(), null, now)
  })
}

async function personOf(token: string, now: Date) {
  const { internalAdapter } = await auth().$context
  const found = await internalAdapter.findVerificationValue(`reset-password:${token}`)
  if (!found || found.expiresAt <= now) return null
  return db.user.findFirst({
    where: { id: found.value, deactivatedAt: null },
    select: { id: true, name: true, email: true, role: true },
  })
}

function spent(): Conflict {
  return new Conflict('This link has been used, or is older than half an hour: ask for a new one.')
}
