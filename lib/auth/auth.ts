// Sign-in, by Better Auth: sessions in the database, passwords hashed by it, one-time links stored hashed.

import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import { nextCookies } from 'better-auth/next-js'
import { magicLink, twoFactor } from 'better-auth/plugins'
import { cookiePrefix } from '#lib/auth/cookies.ts'
import { sessionHooks, signInNotes } from '#lib/auth/observed.ts'
import { db } from '#lib/database/client.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'

/** Set for the length of one call by issueLink, which is the only caller that asks for a link. */
const outbox = new Map<string, (url: string) => void>()

/** Where issueResetToken waits for what Better Auth would send. */
const resets = new AsyncLocalStorage<(token: string) => void>()

function build() {
  return betterAuth({
    baseURL: env().BASE_URL,
    secret: env().AUTH_SECRET,
    database: prismaAdapter(db, { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 15,
      maxPasswordLength: 128,
      resetPasswordTokenExpiresIn: 1800,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ token }) => resets.getStore()?.(token),
    },
    verification: { storeIdentifier: { default: 'plain', overrides: { 'reset-password:': 'hashed' } } },
    user: {
      additionalFields: {
        role: { type: 'string', input: false },
        isDemo: { type: 'boolean', input: false },
        deactivatedAt: { type: 'date', input: false, required: false },
      },
    },
    databaseHooks: { session: sessionHooks },
    // The longest of what lib/auth/rules.ts allows. Nothing asks for a fresh session: what is grave asks for the password.
    session: { expiresIn: 12 * 3600, updateAge: 600, freshAge: 0, cookieCache: { enabled: false } },
    rateLimit: { enabled: true, storage: 'database', customRules: { '/sign-in/*': { window: 60, max: 30 } } },
    advanced: {
      // Written by server/main.ts on every request: a made-up X-Forwarded-For buys no guesses.
      ipAddress: { ipAddressHeaders: ['x-peer'] },
      cookiePrefix: cookiePrefix(env().BASE_URL),
      // Its own prefix would be __Secure-, which is weaker than ours.
      useSecureCookies: false,
      defaultCookieAttributes: {
        sameSite: 'lax',
        httpOnly: true,
        path: '/',
        secure: env().BASE_URL.startsWith('https:'),
      },
    },
    telemetry: { enabled: false },
    // Mostly what strangers sent: warnings in our own log, not stacks on the console.
    logger: {
      level: 'warn',
      log: (level, message, ...details) =>
        log.warn({ level, err: details.find((each) => each instanceof Error) }, message),
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: 3600,
        sendMagicLink: async ({ email, url }) => outbox.get(email)?.(url),
      }),
      twoFactor({ issuer: 'Followthrough' }),
      passkey({
        rpName: 'Followthrough',
        rpID: new URL(env().BASE_URL).hostname,
        origin: env().BASE_URL,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) => askVerified(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) => askVerified(verification.authenticationInfo.userVerified),
        },
        advanced: { webAuthnChallengeCookie: 'passkey' },
      }),
      signInNotes,
      nextCookies(),
    ],
  })
}

// The plugin lets one pass whose owner was only asked to touch it; without a finger, face or PIN it is one factor, not two.
function askVerified(isVerified: boolean | undefined): void {
  if (!isVerified) throw new APIError('UNAUTHORIZED', { message: 'This passkey did not ask who holds it.' })
}

let built: ReturnType<typeof build> | undefined
export function auth(): ReturnType<typeof build> {
  built ??= build()
  return built
}

/** A link that signs its reader in once, within the hour. For the console alone, whose owner may do everything. */
export async function unscopedIssueLink(email: string, next = '/desk'): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  outbox.set(email, resolve)
  try {
    const headers = new Headers({ origin: env().BASE_URL })
    await auth().api.signInMagicLink({ body: { email, callbackURL: next }, headers })
    return await promise
  } finally {
    outbox.delete(email)
  }
}

/**
 * A secret that lets its holder set a new password once, within half an hour; null for an unknown address. Whoever has
 * forgotten a password is nobody yet: the caller sees to it that only the address's owner gets it.
 */
export async function unscopedIssueResetToken(email: string): Promise<string | null> {
  let issued: string | null = null
  const take = (token: string) => {
    issued = token
  }
  await resets.run(take, () => auth().api.requestPasswordReset({ body: { email } }))
  return issued
}
