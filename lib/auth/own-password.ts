// Re-authentication (sudo mode): before a grave act, the owner of a session gives the password once more.

import { auth } from '#lib/auth/auth.ts'
import { takeTryAtSession, unscopedForgiveAtSession, waitFor } from '#lib/auth/guessing.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { invalid } from '#lib/errors.ts'

/** The viewer's password as it is kept; null where they came by a one-time link and have none. */
export async function findPasswordHash(viewer: Member): Promise<string | null> {
  const account = await db.account.findFirst({
    where: { userId: viewer.id, providerId: 'credential' },
    select: { password: true },
  })
  return account?.password ?? null
}

/** Throws what to tell at the field unless this is the viewer's password. Wrong ones are counted as at the door. */
export async function checkOwnPassword(viewer: Member, password: string, field: string): Promise<void> {
  const hash = await findPasswordHash(viewer)
  if (!hash) throw invalid(field, 'Set a password on your account page first.')
  const seconds = await takeTryAtSession(viewer)
  if (seconds > 0) throw invalid(field, waitFor(seconds))
  const { password: passwords } = await auth().$context
  if (!(await passwords.verify({ hash, password })))
    throw invalid(field, 'This is not your present password.')
  await unscopedForgiveAtSession(viewer)
}
