import { auth } from '#lib/auth/auth.ts'

// Only the door that one-time links open; everything else goes through forms of ours.
export async function GET(request: Request): Promise<Response> {
  if (new URL(request.url).pathname !== '/api/auth/magic-link/verify')
    return new Response('Not found.', { status: 404 })
  const answer = await auth().handler(request)
  const target = answer.headers.get('location')
  const isRefused = target && URL.canParse(target) && new URL(target).searchParams.has('error')
  if (answer.status < 400 && !isRefused) return answer
  return new Response(null, { status: 303, headers: { location: '/sign-in?link=spent' } })
}
