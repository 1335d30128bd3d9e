// What the surroundings tell the product: the only reader of process.env in lib.

import { z } from 'zod'

const Env = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  AUTH_SECRET: z.string().min(32),
  // Fixed by the operator, never taken from a request: a forged Host must not end up in a link.
  BASE_URL: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

let known: z.infer<typeof Env> | undefined

/** The checked settings. Throws a sentence that names every missing or malformed one. */
export function env(): z.infer<typeof Env> {
  if (known) return known
  const parsed = Env.safeParse(process.env)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`These settings are not right: ${faults.join('; ')}.`)
  }
  known = parsed.data
  return known
}
