// Sign-in, by Better Auth: sessions in the database, passwords hashed by it, one-time links stored hashed.

import 'server-only'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { nextCookies } from 'better-auth/next-js'
import { magicLink } from 'better-auth/plugins'
import { db } from '#lib/db.ts'
import { env } from '#lib/env.ts'

/** Set for the length of one call by issueLink, which is the only caller that asks for a link. */
const outbox = new Map<string, (url: string) => void>()

function build() {
  return betterAuth({
    baseURL: env().BASE_URL,
    secret: env().AUTH_SECRET,
    database: prismaAdapter(db, { provider: 'postgresql' }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 15, maxPasswordLength: 128 },
    user: {
      additionalFields: { role: { type: 'string', input: false }, isDemo: { type: 'boolean', input: false } },
    },
    session: { expiresIn: 12 * 3600, updateAge: 600, cookieCache: { enabled: false } },
    // Without a trusted proxy every address is the same one, so that a made-up X-Forwarded-For buys no guesses.
    rateLimit: { enabled: true, storage: 'database', customRules: { '/sign-in/*': { window: 60, max: 30 } } },
    advanced: {
      ipAddress: { ipAddressHeaders: [] },
      cookiePrefix: 'followthrough',
      useSecureCookies: env().BASE_URL.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
    },
    telemetry: { enabled: false },
    plugins: [
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: 3600,
        sendMagicLink: async ({ email, url }) => outbox.get(email)?.(url),
      }),
      nextCookies(),
    ],
  })
}

let built: ReturnType<typeof build> | undefined
export function auth(): ReturnType<typeof build> {
  built ??= build()
  return built
}

/** A link that signs its reader in once, within the hour. For the console of whoever runs the product. */
export async function issueLink(email: string, next = '/desk'): Promise<string> {
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
