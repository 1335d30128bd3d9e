// What Better Auth is watched for: sign-ins and failures are noted, and nobody who is deactivated gets a session.

import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { note } from '#lib/activity/note.ts'
import { type Member, visitor } from '#lib/auth/viewer.ts'
import { db } from '#lib/db.ts'

const signIns =
  /^\/(sign-in\/email|magic-link\/verify|passkey\/verify-authentication|two-factor\/verify-\w[\w-]*)$/

const ways: [RegExp, string][] = [
  [/^\/sign-in\//, 'by password'],
  [/^\/magic-link\//, 'by a one-time link'],
  [/^\/passkey\//, 'by a passkey'],
  [/^\/two-factor\//, 'by a code'],
]

/** To be the last plugin but the cookies': a second factor still to come has by then taken the new session away. */
export const observed = {
  id: 'observed',
  hooks: {
    before: [
      {
        matcher: ({ path }: { path?: string | undefined }) => path === '/sign-out',
        handler: createAuthMiddleware(async (ctx) => {
          const session = await getSessionFromCtx(ctx)
          if (session) await note(db, memberOf(session.user), 'SIGNED_OUT')
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
          if (newSession) await note(db, memberOf(newSession.user), 'SIGNED_IN', { words })
          else if (returned instanceof APIError && returned.statusCode >= 400)
            await noteFailure(ctx.body, words)
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

/** Whose account it was tried at, as far as that is known: by the address typed, or the passkey shown. */
async function noteFailure(
  body: { email?: unknown; response?: { id?: unknown } } | undefined,
  way: string | null,
): Promise<void> {
  const { email, response } = body ?? {}
  const typed = typeof email === 'string' ? email.toLowerCase() : null
  const shown = typeof response?.id === 'string' ? response.id : null
  const where = typed ? { email: typed } : shown ? { passkeys: { some: { credentialID: shown } } } : null
  const known = where && (await db.user.findFirst({ where, select: { id: true, email: true } }))
  const words = [typed ?? known?.email, way].filter(Boolean).join(' ')
  await note(db, visitor, 'SIGN_IN_FAILED', { id: known?.id ?? null, words })
}

function memberOf(user: { id: string; name: string; email: string }): Member {
  return { kind: 'member', id: user.id, name: user.name, email: user.email, role: 'ANALYST', sessionId: null }
}
