import { randomBytes } from 'node:crypto'
import { type APIRequestContext, expect, request, test } from '@playwright/test'
import { ownServer } from '#e2e/own-server.ts'
import { formOf, place, send } from '#e2e/plain-form.ts'
import { setPassword } from '#lib/auth/people.ts'
import { db } from '#lib/database/client.ts'
import { invitePerson } from '#lib/people/invite.ts'
import { makeResetLink } from '#lib/people/reset.ts'
import { makeMember } from '#testing/make.ts'

const made = () => `canary ${randomBytes(12).toString('hex')}`
const settings = ['AUTH_SECRET', 'LEDGER_KEY', 'METRICS_TOKEN', 'DATABASE_URL']

test('no password, token, cookie, link or code is in what the server writes, whether all goes well or nothing', async () => {
  test.setTimeout(150_000)
  const own = await ownServer({ LOG_LEVEL: 'debug' })
  // Connected, and none of its tables there: every page and every form fails, each in its own way.
  const empty = new URL(process.env.DATABASE_URL ?? '')
  empty.pathname = '/postgres'
  const broken = await ownServer({ LOG_LEVEL: 'debug', DATABASE_URL: empty.href })
  let well = await request.newContext({ baseURL: own.origin })
  const ill = await request.newContext({ baseURL: broken.origin })
  const secrets = new Set(settings.map((name) => process.env[name] ?? ''))
  const secret = (text = made()) => {
    secrets.add(text)
    return text
  }
  const statuses: number[] = []
  /** Reads a page and sends its form, to the server that can answer and to the one that cannot. */
  async function go(path: string, field: string, fields: Record<string, string>): Promise<number> {
    const filled = { ...(await formOf(well, path, field)), ...fields }
    const both = (to: APIRequestContext) => send(to, path, filled, place())
    statuses.push((await ill.get(path)).status(), (await both(ill)).status())
    return (await both(well)).status()
  }

  const [admin, member] = [await makeMember('ADMIN'), await makeMember()]
  const { email } = member
  const password = secret()
  await setPassword(member, { password })
  expect(await go('/sign-in', 'email', { email, password: secret() })).toBe(401)

  const invited = { email: `invited.${email}`, role: 'ANALYST', way: 'link', requestKey: null } as const
  const invitation = new URL((await invitePerson(admin, invited)).link ?? '')
  secret(invitation.searchParams.get('token') ?? '')
  const path = invitation.pathname + invitation.search
  expect(await go(path, 'name', { name: 'Ana Castillo', password: secret() })).toBe(303)
  // Who has accepted is signed in; the rest is another browser's.
  for (const { value } of (await well.storageState()).cookies) secret(decodeURIComponent(value))
  await well.dispose()
  well = await request.newContext({ baseURL: own.origin })

  expect(await go('/forgotten', 'email', { email })).toBe(303)
  const reset = new URL(await makeResetLink(admin, { id: member.id }))
  secret(reset.searchParams.get('token') ?? '')
  const renewed = secret()
  expect(await go(reset.pathname + reset.search, 'password', { password: renewed })).toBe(303)

  await db.session.deleteMany({ where: { userId: member.id } })
  expect(await go('/sign-in', 'email', { email, password: renewed })).toBe(303)
  const { cookies } = await well.storageState()
  for (const { value } of cookies) secret(decodeURIComponent(value))
  const { token } = await db.session.findFirstOrThrow({ where: { userId: member.id } })
  secret(token)
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  statuses.push((await ill.get('/desk', { headers: { cookie } })).status())
  expect((await well.get('/desk')).status()).toBe(200)
  expect(await go('/sign-in/code', 'code', { code: secret('73190264') })).toBe(401)

  for (const server of [own, broken]) await server.stop()
  // It did fail, and it did write: silence would prove nothing.
  expect(statuses.filter((status) => status >= 500).length).toBeGreaterThan(5)
  expect(broken.said().length).toBeGreaterThan(1_000)
  for (const { said } of [own, broken])
    for (const each of secrets)
      for (const form of [each, encodeURIComponent(each), each.replaceAll(' ', '+')]) {
        expect(form.length).toBeGreaterThan(7)
        expect(said()).not.toContain(form)
      }
  for (const context of [well, ill]) await context.dispose()
  for (const server of [own, broken]) await server.discard()
})
