// The current user: reads the session cookie, and the cookie by which a device is known at the next sign-in.

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { auth } from '#lib/auth/auth.ts'
import { deviceCookie, sessionCookie } from '#lib/auth/cookies.ts'
import { unscopedIsSessionOpen, unscopedSessionOwner } from '#lib/auth/parked-forms.ts'
import { isStillOn } from '#lib/auth/rules.ts'
import { type Member, type Viewer, visitor } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { env } from '#lib/env.ts'
import { isUnavailable } from '#lib/errors.ts'

/** Whoever sent this request: the only reader of the session cookie. */
export const currentViewer = cache(async (): Promise<Viewer> => {
  const sent = await headers()
  if (!sent.get('cookie')?.includes(sessionCookie(env().BASE_URL))) return visitor
  const session = await auth().api.getSession({ headers: sent })
  if (!session) return (await isDatabaseUp()) ? visitor : Promise.reject(new Error('ECONNREFUSED'))
  const { id, name, email, role, deactivatedAt } = session.user
  if (deactivatedAt) return visitor
  if (role !== 'ANALYST' && role !== 'REVIEWER' && role !== 'ADMIN') return visitor
  if (!isStillOn(role, session.session, new Date())) return visitor
  return { kind: 'member', id, name, email, role, sessionId: session.session.id }
})

/**
 * Whoever sent this request while typing. The cookie of a session that has ended stays: to forget it would draw the page
 * anew, which sends them to sign in, and what they typed would be gone.
 */
export async function viewerWhileTyping(): Promise<Viewer> {
  const token = await sessionToken()
  return token && (await unscopedIsSessionOpen(token)) ? currentViewer() : visitor
}

async function sessionToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookie(env().BASE_URL))?.value.split('.')[0]
}

/** Whose session this browser has, also when it has ended; null when that can no longer be said. */
export async function sessionOwner(): Promise<string | null> {
  const token = await sessionToken()
  return token ? unscopedSessionOwner(token) : null
}

// Better Auth answers "no session" when the database is away; that must not sign anybody out.
async function isDatabaseUp(): Promise<boolean> {
  return db.$queryRaw`SELECT 1`.then(
    () => true,
    (error) => !isUnavailable(error),
  )
}

/** What this browser was given when somebody last signed in on it. */
export async function knownDevice(): Promise<string | null> {
  return (await cookies()).get(deviceCookie(env().BASE_URL))?.value ?? null
}

/** Lets this browser be known at the next sign-in; it signs nobody in by itself. */
export async function rememberDevice(device: string): Promise<void> {
  const secure = env().BASE_URL.startsWith('https:')
  const year = 365 * 86_400
  ;(await cookies()).set(deviceCookie(env().BASE_URL), device, {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/sign-in',
    maxAge: year,
  })
}

/** The member of a desk page; anybody else is sent to sign in and back. */
export async function requireMember(path: string): Promise<Member> {
  const viewer = await currentViewer()
  if (viewer.kind !== 'member') redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  return viewer
}
