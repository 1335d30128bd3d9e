// Who people are to this desk: roles, the state of an invitation, and that somebody always administers. Pure.

import type { Role } from '#lib/generated/prisma/enums.ts'

export const roles: Record<Role, { word: string; may: string }> = {
  ANALYST: { word: 'Analyst', may: 'captures, quotes and drafts' },
  REVIEWER: { word: 'Reviewer', may: 'also publishes what others drafted' },
  ADMIN: { word: 'Administrator', may: 'also looks after people and this installation' },
}

const minuteMs = 60_000
export const invitationMs = 7 * 24 * 60 * minuteMs
export const resetMs = 30 * minuteMs
export const addressChangeMs = 24 * 60 * minuteMs

type Instants = { expiresAt: Date; withdrawnAt: Date | null; acceptedAt: Date | null }
export type InvitationState = 'open' | 'expired' | 'withdrawn' | 'accepted'

export function invitationState(invitation: Instants, now: Date): InvitationState {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.withdrawnAt) return 'withdrawn'
  return invitation.expiresAt > now ? 'open' : 'expired'
}

export function personSituation(person: { deactivatedAt: Date | null }): 'active' | 'deactivated' {
  return person.deactivatedAt ? 'deactivated' : 'active'
}

/** The roles to choose from, and one line that says what each may do. */
export const roleChoices = Object.entries(roles).map(([value, { word }]) => ({ value, label: word }))
export const rolesInWords = Object.values(roles)
  .map(({ word, may }) => `${word}: ${may}.`)
  .join(' ')

/** Whether nobody would be left to administer, were this person no active administrator any more. */
export function isLastAdmin(activeAdmins: readonly string[], id: string): boolean {
  return activeAdmins.includes(id) && activeAdmins.every((each) => each === id)
}
