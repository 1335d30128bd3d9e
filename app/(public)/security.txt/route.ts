import { env } from '#lib/env.ts'
import { securityTxt } from '#lib/sharing/security-txt.ts'

// Its last day moves with the day on which it is asked for.
export const dynamic = 'force-dynamic'

/** To whom a hole in this installation is reported. */
export function GET(): Response {
  const { BASE_URL, SECURITY_CONTACT } = env()
  const text = securityTxt(BASE_URL, SECURITY_CONTACT, new Date())
  const type = { 'content-type': 'text/plain; charset=utf-8' }
  return text
    ? new Response(text, { headers: { ...type, 'cache-control': 'public, max-age=86400' } })
    : new Response('This installation names nobody: its setting SECURITY_CONTACT is empty.\n', {
        status: 404,
        headers: type,
      })
}
