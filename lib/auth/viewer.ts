// The viewer (current user): a visitor, a member or the system; every read and write takes one first.

import type { Role } from '#lib/generated/prisma/enums.ts'

export type Member = {
  kind: 'member'
  id: string
  name: string
  email: string
  role: Role
  sessionId: string | null
}
export type Viewer = { kind: 'visitor' } | Member | { kind: 'system' }

export const visitor: Viewer = { kind: 'visitor' }
/** The product itself: its jobs and its command line. */
export const system: Viewer = { kind: 'system' }
