// Forms sent as a browser without scripts sends them, or as a program does that made them up.

import type { APIRequestContext, APIResponse } from '@playwright/test'
import { setPassword } from '#lib/auth/people.ts'
import { makeMember } from '#testing/make.ts'

type Fields = Record<string, string>

/** The hidden fields by which the framework knows which form of a page was sent: those of the form that has `field`. */
export async function formOf(request: APIRequestContext, path: string, field: string): Promise<Fields> {
  const page = await (await request.get(path)).text()
  const form = page.split('<form').find((each) => each.includes(`name="${field}"`)) ?? ''
  const inputs = [...(form.split('</form>')[0]?.matchAll(/<input[^>]*type="hidden"[^>]*>/g) ?? [])]
  const attribute = (tag: string, name: string) =>
    (new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  return Object.fromEntries(inputs.map(([tag]) => [attribute(tag, ' name'), attribute(tag, 'value')]))
}

/** Sends a form to its page; `headers` come last, so that a test may leave out or forge what browsers send. */
export async function send(
  request: APIRequestContext,
  path: string,
  fields: Fields,
  headers: Fields = {},
): Promise<APIResponse> {
  const origin = process.env.BASE_URL ?? ''
  return request.post(path, { multipart: fields, headers: { origin, ...headers }, maxRedirects: 0 })
}

export const password = 'four brass bells in the fog'

/** Somebody with a password. */
export async function holder() {
  const member = await makeMember()
  await setPassword(member, { password })
  return member
}

let places = 0
/** An address that no other test comes from, as a proxy would write it behind whatever its client wrote. */
export function place(typed = ''): Fields {
  return { 'x-forwarded-for': `${typed ? `${typed}, ` : ''}198.18.${process.pid % 250}.${++places % 250}` }
}

/** Signing in by the plain form of its page. */
export async function signInForm(request: APIRequestContext) {
  const hidden = await formOf(request, '/sign-in', 'email')
  return (email: string, typed: string, headers: Fields, next = '/desk') =>
    send(request, '/sign-in', { ...hidden, next, email, password: typed }, headers)
}
