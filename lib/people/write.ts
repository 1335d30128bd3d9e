// Changes people's roles, and deactivates and reactivates their accounts. Somebody always administers.

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import { unscopedNote } from '#lib/activity/note.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, type Tx } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import { Conflict, NotAllowed, NotFound } from '#lib/errors.ts'
import type { PersonInput, RoleInput } from '#lib/people/input.ts'
import { isLastAdmin, personSituation, roles } from '#lib/people/rules.ts'

/**
 * Gives an active person another role, and ends their sessions: what was begun as one role is not carried into another.
 * Conflict when it is another already than the form showed.
 */
export async function changeRole(
  viewer: Member,
  { id, role, was }: z.output<typeof RoleInput>,
): Promise<string> {
  authorize(viewer, 'person.changeRole', personSituation(await person(db, id)))
  return db.$transaction(async (tx) => {
    await keepAnAdmin(tx, viewer, role === 'ADMIN' ? null : id)
    const where = { id, role: was, deactivatedAt: null }
    const { count } = await tx.user.updateMany({ where, data: { role } })
    const { name, role: stands } = await person(tx, id)
    if (count === 0)
      throw new Conflict('Somebody changed this person meanwhile.', { role: roles[stands].word })
    const change = `${roles[was].word.toLowerCase()} → ${roles[role].word.toLowerCase()}`
    if (was === role) return id
    await tx.session.deleteMany({ where: { userId: id } })
    await unscopedNote(tx, viewer, 'ROLE_CHANGED', { id, words: `${name}: ${change}` })
    return id
  })
}

/** Shuts an active person out: every session ends, links they were sent are dead, and they cannot sign in. */
export async function deactivatePerson(
  viewer: Member,
  { id }: z.output<typeof PersonInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'person.deactivate', personSituation(await person(db, id)))
  return db.$transaction(async (tx) => {
    await keepAnAdmin(tx, viewer, id)
    const { count } = await tx.user.updateMany({
      where: { id, deactivatedAt: null },
      data: { deactivatedAt: now },
    })
    if (count === 0) throw new Conflict('This person was deactivated meanwhile.')
    await tx.session.deleteMany({ where: { userId: id } })
    await tx.verification.deleteMany({ where: { value: id } })
    await unscopedNote(tx, viewer, 'PERSON_DEACTIVATED', { id, words: (await person(tx, id)).name })
    return id
  })
}

/** Lets a deactivated person in again, with the role and password they had. */
export async function reactivatePerson(
  viewer: Member,
  { id }: z.output<typeof PersonInput>,
): Promise<string> {
  authorize(viewer, 'person.reactivate', personSituation(await person(db, id)))
  return db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id, deactivatedAt: { not: null } },
      data: { deactivatedAt: null },
    })
    if (count === 0) throw new Conflict('This person was reactivated meanwhile.')
    await unscopedNote(tx, viewer, 'PERSON_REACTIVATED', { id, words: (await person(tx, id)).name })
    return id
  })
}

// Everyone who changes people passes through this lock, one after the other: of two administrators who demote each
// other at once, the second finds that they are none any more.
async function keepAnAdmin(tx: Tx, viewer: Member, leaving: string | null): Promise<void> {
  const admins = await queryRows(z.object({ id: z.string() }), tx)`
    SELECT id FROM "User" WHERE role = 'ADMIN' AND "deactivatedAt" IS NULL ORDER BY id FOR UPDATE`
  const ids = admins.map((each) => each.id)
  if (!ids.includes(viewer.id)) throw new NotAllowed('You are no administrator any more.')
  if (leaving && isLastAdmin(ids, leaving))
    throw new Conflict('This is the last active administrator: make somebody else one first.')
}

async function person(tx: Tx, id: string) {
  const found = await tx.user.findUnique({
    where: { id },
    select: { name: true, role: true, deactivatedAt: true },
  })
  if (!found) throw new NotFound('person')
  return found
}
