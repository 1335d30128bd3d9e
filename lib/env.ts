// Environment variables: the settings of the operator, and the only reader of process.env in lib.

import { z } from 'zod'

const Env = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  AUTH_SECRET: z.string().min(32),
  // Fixed by the operator, never taken from a request: a forged Host must not end up in a link.
  BASE_URL: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin),
  // What signs the ledger's checkpoints: 32 bytes in base64url. bin/paths.ts makes one at the first start.
  LEDGER_KEY: z
    .string()
    .regex(/^[\w-]{43}$/, 'must be 32 bytes in base64url')
    .optional(),
  // Whether KEPT, BROKEN and merges are published by a second reviewer after a first.
  SECOND_REVIEWER: z.literal('1', { error: 'must be 1, or not be set' }).optional(),
  // Whom /.well-known/security.txt names.
  SECURITY_CONTACT: z
    .string()
    .regex(/^(https:\/\/|mailto:|tel:)[\x21-\x7e]{3,200}$/, {
      error: 'must look like mailto:security@example.org or https://example.org/security',
    })
    .optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

// What capturing needs, apart from the rest: a file can be read on a command line where nothing else is set.
const Outside = z.object({
  BASE_URL: Env.shape.BASE_URL.optional(),
  FETCH_ALLOW_PRIVATE: z.literal('1', { error: 'must be 1, or not be set' }).optional(),
  CAPTURE_CONTACT: z
    .string()
    .regex(/^[\x21-\x7e]{3,200}$/, 'must be one address without spaces')
    .optional(),
  LLM_URL: z.url({ protocol: /^https?$/ }).optional(),
  LLM_MODEL: z.string().optional(),
  LLM_KEY: z.string().optional(),
})

// What sending mail needs: without SMTP_URL messages wait in the outbox.
const Mail = z.object({
  BASE_URL: Env.shape.BASE_URL,
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must look like smtp://user:password@mail.example.org:587' })
    .optional(),
  MAIL_FROM: z.email('must be one e-mail address').optional(),
})

/** Whether the tests are running. */
export const isTest = process.env.NODE_ENV === 'test'

let known: z.infer<typeof Env> | undefined

let knownOutside: z.infer<typeof Outside> | undefined

let knownMail: z.infer<typeof Mail> | undefined

/** The checked settings. Throws a sentence that names every missing or malformed one. */
export function env(): z.infer<typeof Env> {
  if (!known) {
    // A malformed mail setting is said at the start, not when the first message is due.
    checked(Mail)
    known = checked(Env)
  }
  return known
}

/** The settings that captures and proposals need; an empty one counts as not set. */
export function outsideEnv(): z.infer<typeof Outside> {
  knownOutside ??= checked(Outside)
  return knownOutside
}

/** The settings that sending mail needs. */
export function mailEnv(): z.infer<typeof Mail> {
  knownMail ??= checked(Mail)
  return knownMail
}

function checked<T>(settings: z.ZodType<T>): T {
  const given = Object.entries(process.env).filter(([, value]) => value !== '')
  const parsed = settings.safeParse(Object.fromEntries(given))
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`These settings are not right: ${faults.join('; ')}.`)
}
