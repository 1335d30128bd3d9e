import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { auth } from '#lib/auth/auth.ts'
import { type Member, type Viewer, visitor } from '#lib/auth/viewer.ts'
import { db } from '#lib/db.ts'
import { isUnavailable } from '#lib/errors.ts'

/** Whoever sent this request: the only reader of the session cookie. */
export const currentViewer = cache(async (): Promise<Viewer> => {
  const sent = await headers()
  if (!sent.get('cookie')?.includes('followthrough.session_token')) return visitor
  const session = await auth().api.getSession({ headers: sent })
  if (!session) return (await isDatabaseUp()) ? visitor : Promise.reject(new Error('ECONNREFUSED'))
  const { id, name, email, role } = session.user
  if (role !== 'ANALYST' && role !== 'REVIEWER' && role !== 'ADMIN') return visitor
  return { kind: 'member', id, name, email, role, sessionId: session.session.id }
})

// Better Auth answers "no session" when the database is away; that must not sign anybody out.
async function isDatabaseUp(): Promise<boolean> {
  return db.$queryRaw`SELECT 1`.then(
    () => true,
    (error) => !isUnavailable(error),
  )
}

/** The member of a desk page; anybody else is sent to sign in and back. */
export async function requireMember(path: string): Promise<Member> {
  const viewer = await currentViewer()
  if (viewer.kind !== 'member') redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  return viewer
}
