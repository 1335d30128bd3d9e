// Knows what an HTTP status code, or a connection that ended, means for a capture.

import { CaptureFailure, type CaptureFault } from '#engines/fetching/faults.ts'

const named = new Set([401, 403, 404, 410, 429])

export const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)

/** What an answer without a page means; null when the page is there. */
export function statusFault(status: number): CaptureFault | null {
  if (status >= 500 && status < 600) return 'status-5xx'
  if (status >= 400 && status < 500)
    return named.has(status) ? (`status-${status}` as CaptureFault) : 'status-4xx'
  // 206 is a part that nobody asked for.
  return status >= 200 && status < 300 && status !== 206 ? null : 'bad-answer'
}

const unreachable = /^(ECONNREFUSED|EHOST|ENET|EADDRNOTAVAIL|EACCES|EPERM|EINVAL)/

/** The failure behind an error of the connection. Until it stood, an encrypted one can only have failed at its proof. */
export function failureOf(error: unknown, isEncrypted: boolean, isConnected: boolean): CaptureFailure {
  if (error instanceof CaptureFailure) return error
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const about = { detail: code || (error instanceof Error ? error.message : String(error)), cause: error }
  if (isConnected) return new CaptureFailure('bad-answer', about)
  if (/TIMEDOUT|TIMEOUT/.test(code)) return new CaptureFailure('timeout', about)
  if (isEncrypted && !unreachable.test(code)) return new CaptureFailure('tls', about)
  return new CaptureFailure('unreachable', about)
}

/** Headers as they are kept: one text each, nothing unseen in them, and no cookie of somebody's session. */
export function headersToKeep(
  headers: Record<string, string | string[] | undefined>,
): Record<string, string> {
  const kept = Object.entries(headers)
    .filter(([name]) => !/^set-cookie2?$/i.test(name))
    .map(([name, value]) => [name, decoded([value ?? []].flat().join(', ')).replace(/\p{Cc}/gu, ' ')])
  return Object.fromEntries(kept)
}

/** Bytes beyond ASCII come as Latin-1, but most of those who send any mean UTF-8. */
function decoded(text: string): string {
  const meant = Buffer.from(text, 'latin1').toString('utf8')
  return meant.includes('\ufffd') ? text : meant
}
