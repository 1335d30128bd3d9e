// Reads who works here and who is invited.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { NotFound } from '#lib/errors.ts'
import { invitationState } from '#lib/people/rules.ts'

const shown = { id: true, name: true, email: true, role: true, deactivatedAt: true, createdAt: true } as const

/** Everybody with an account, by name, the active first, with when they were last seen. */
export async function listPeople(viewer: Viewer) {
  authorize(viewer, 'person.list', 'any')
  const people = await db.user.findMany({
    select: shown,
    orderBy: [{ deactivatedAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }, { id: 'asc' }],
  })
  const seen = await lastSeen(people.map((each) => each.id))
  return people.map((each) => ({ ...each, lastSeenAt: seen.get(each.id) ?? null }))
}

/** One person, with when they were last seen. */
export async function getPerson(viewer: Viewer, id: string) {
  authorize(viewer, 'person.list', 'any')
  const person = await db.user.findUnique({ where: { id }, select: shown })
  if (!person) throw new NotFound('person')
  return { ...person, lastSeenAt: (await lastSeen([id])).get(id) ?? null }
}

/** Invitations that nobody has used yet, newest first, those whose link has run out among them. */
export async function listInvitations(viewer: Viewer, now = new Date()) {
  authorize(viewer, 'person.list', 'any')
  const open = await db.invitation.findMany({
    where: { acceptedAt: null, withdrawnAt: null },
    orderBy: [{ invitedAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      email: true,
      role: true,
      expiresAt: true,
      acceptedAt: true,
      withdrawnAt: true,
      invitedBy: { select: { name: true } },
    },
  })
  return open.map(({ id, email, role, expiresAt, invitedBy, ...rest }) => ({
    id,
    email,
    role,
    expiresAt,
    by: invitedBy.name,
    state: invitationState({ ...rest, expiresAt }, now),
  }))
}

// A session ends with signing out, and what was noted stays: the later of the two is when somebody was last here.
async function lastSeen(ids: string[]): Promise<Map<string, Date>> {
  const [sessions, notes] = await Promise.all([
    db.session.groupBy({ by: ['userId'], where: { userId: { in: ids } }, _max: { updatedAt: true } }),
    db.activity.groupBy({ by: ['byId'], where: { byId: { in: ids } }, _max: { at: true } }),
  ])
  const seen = new Map<string, Date>()
  for (const { userId, _max } of sessions) if (_max.updatedAt) seen.set(userId, _max.updatedAt)
  for (const { byId, _max } of notes) {
    const before = byId ? seen.get(byId) : undefined
    if (byId && _max.at && (!before || _max.at > before)) seen.set(byId, _max.at)
  }
  return seen
}
