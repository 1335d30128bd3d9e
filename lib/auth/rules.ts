// Session expiry: how long a session lasts, idle and in all, by its owner's role; and where passkeys work.

import { hourMs } from '#lib/dates.ts'
import type { Role } from '#lib/generated/prisma/enums.ts'

/**
 * Whoever can publish is signed out after an hour without a request, and after twelve hours at the latest; analysts
 * after twelve hours without one, and after a week (docs/decisions/009). Activity is noted every ten minutes, so
 * that much is allowed for.
 */
const limits: Record<Role, { idleMs: number; wholeMs: number }> = {
  ANALYST: { idleMs: 12 * hourMs, wholeMs: 7 * 24 * hourMs },
  REVIEWER: { idleMs: hourMs, wholeMs: 12 * hourMs },
  ADMIN: { idleMs: hourMs, wholeMs: 12 * hourMs },
}

/** Whether a session of somebody with this role still counts. */
export function isStillOn(role: Role, session: { createdAt: Date; updatedAt: Date }, now: Date): boolean {
  const { idleMs, wholeMs } = limits[role]
  const noted = hourMs / 6
  const idle = now.getTime() - session.updatedAt.getTime()
  return idle <= idleMs + noted && now.getTime() - session.createdAt.getTime() <= wholeMs
}

/** Whether browsers take passkeys at this address: behind TLS, or on this machine; never under a bare IP address. */
export function takesPasskeys(baseUrl: string): boolean {
  const { protocol, hostname } = new URL(baseUrl)
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost')
  return isLocal || (protocol === 'https:' && !/^[\d.]+$|^\[/.test(hostname))
}
