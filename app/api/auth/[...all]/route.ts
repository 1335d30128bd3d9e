import { auth } from '#lib/auth/auth.ts'
import { safeNext } from '#lib/auth/input.ts'

// Only the door that one-time links open; everything else goes through forms of ours.
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url)
  if (asked.pathname !== '/api/auth/magic-link/verify') return new Response('Not found.', { status: 404 })
  // Only what the link needs, and only into this site: where else it asks to lead is not passed on.
  const { token, callbackURL } = Object.fromEntries(asked.searchParams)
  asked.search = `${new URLSearchParams({ token: token ?? '', callbackURL: safeNext(callbackURL) })}`
  const answer = await auth().handler(new Request(asked, request))
  const target = answer.headers.get('location')
  const isRefused = target && URL.canParse(target) && new URL(target).searchParams.has('error')
  if (answer.status < 400 && !isRefused) return answer
  return new Response(null, { status: 303, headers: { location: '/sign-in?link=spent' } })
}
