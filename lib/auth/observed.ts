// Hooks of Better Auth: sign-ins and failures are noted, and nobody who is deactivated gets a session.

import type { GenericEndpointContext } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { type Doer, unscopedNote } from '#lib/activity/note.ts'
import { visitor } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'

const signIns =
  /^\/(sign-in\/email|magic-link\/verify|passkey\/verify-authentication|two-factor\/verify-\w[\w-]*)$/

const ways: [RegExp, string][] = [
  [/^\/sign-in\//, 'by password'],
  [/^\/magic-link\//, 'by a one-time link'],
  [/^\/passkey\//, 'by a passkey'],
  [/^\/two-factor\//, 'by a code'],
]

/** To be the last plugin but the cookies': a second factor still to come has by then taken the new session away. */
export const signInNotes = {
  id: 'observed',
  hooks: {
    before: [
      {
        matcher: ({ path }: { path?: string | undefined }) => path === '/sign-out',
        handler: createAuthMiddleware(async (ctx) => {
          const session = await getSessionFromCtx(ctx)
          if (session) await unscopedNote(db, doerOf(session.user), 'SIGNED_OUT')
        }),
      },
    ],
    after: [
      {
        // A code that a signed-in person types to set up a second factor is no sign-in.
        matcher: ({ path, context }: { path?: string | undefined; context: { session?: unknown } }) =>
          signIns.test(path ?? '') && !context.session,
        handler: createAuthMiddleware(async (ctx) => {
          const { newSession, returned } = ctx.context
          const words = ways.find(([path]) => path.test(ctx.path ?? ''))?.[1] ?? null
          if (newSession) await unscopedNote(db, doerOf(newSession.user), 'SIGNED_IN', { words })
          else if (returned instanceof APIError && returned.statusCode >= 400)
            await noteFailure(triedBy(ctx.body) ?? (await awaitedBy(ctx)), words)
        }),
      },
    ],
  },
}

/** Refuses a session to whoever is deactivated, with the answer that a wrong password gets. */
export const sessionHooks = {
  create: {
    before: async ({ userId }: { userId: string }) => {
      if (await db.user.count({ where: { id: userId, deactivatedAt: null } })) return
      throw new APIError('UNAUTHORIZED', { message: 'Invalid email or password' })
    },
  },
}

type Whose = { email: string } | { id: string } | { passkeys: { some: { credentialID: string } } }

/** Whose account it was tried at, by the address typed or the passkey shown. */
function triedBy(body: { email?: unknown; response?: { id?: unknown } } | undefined): Whose | null {
  const { email, response } = body ?? {}
  if (typeof email === 'string') return { email: email.toLowerCase() }
  return typeof response?.id === 'string' ? { passkeys: { some: { credentialID: response.id } } } : null
}

/** Who got as far as the code: whoever types wrong ones has the password already, which its owner's list should show. */
async function awaitedBy(ctx: GenericEndpointContext): Promise<Whose | null> {
  const { createAuthCookie, internalAdapter, secret } = ctx.context
  const key = await ctx.getSignedCookie(createAuthCookie('two_factor').name, secret)
  const awaited = key ? await internalAdapter.findVerificationValue(key) : null
  return awaited && { id: awaited.value }
}

async function noteFailure(whose: Whose | null, way: string | null): Promise<void> {
  const known = whose && (await db.user.findFirst({ where: whose, select: { id: true, email: true } }))
  const typed = whose && 'email' in whose ? whose.email : undefined
  const words = [known?.email ?? typed, way].filter(Boolean).join(' ')
  await unscopedNote(db, visitor, 'SIGN_IN_FAILED', { id: known?.id ?? null, words })
}

// What is noted is who it was; what they may do is not asked here.
function doerOf({ id, name, email }: { id: string; name: string; email: string }): Doer {
  return { kind: 'member', id, name, email }
}
