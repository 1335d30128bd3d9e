import { formOf, holder, password, place, send, signInForm } from '#e2e/plain-form.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { db } from '#lib/database/client.ts'
import { openMessageLink } from '#lib/outbox/post.ts'
import { changeRole, deactivatePerson } from '#lib/people/write.ts'
import { makeMember } from '#testing/make.ts'

const base = process.env.BASE_URL ?? ''

test('of five hundred guesses from as many claimed addresses at most twenty are evaluated, and the owner gets in', async ({
  request,
  playwright,
}) => {
  test.slow()
  const member = await holder()
  const owner = await playwright.request.newContext({ baseURL: base })
  const ownersForm = await signInForm(owner)
  expect((await ownersForm(member.email, password, place())).status()).toBe(303)
  await owner.get('/desk')
  const guess = await signInForm(request)
  const seen: Record<number, number> = {}
  const [one, wordOf] = [place(), (each: number) => `guess number ${each} of many`]
  for (let from = 0; from < 500; from += 10) {
    const tries = Array.from({ length: 10 }, (_, each) => {
      const claimed = `203.0.113.${(from + each) % 250}`
      // Half of them really come from another address each time, as from a net of machines.
      const headers =
        each % 2 ? place(claimed) : { 'x-forwarded-for': `${claimed}, ${one['x-forwarded-for']}` }
      return guess(member.email, wordOf(from + each), headers)
    })
    for (const answer of await Promise.all(tries)) seen[answer.status()] = (seen[answer.status()] ?? 0) + 1
  }
  expect(Object.keys(seen).sort()).toEqual(['401', '429'])
  expect(seen[401]).toBeLessThanOrEqual(20)
  expect((await ownersForm(member.email, password, one)).status()).toBe(303)
  await owner.dispose()
})

test('many accounts tried from one network are slowed down, and another network is not', async ({
  request,
}) => {
  test.slow() // thirty passwords are hashed
  const attempt = await signInForm(request)
  const net = `2001:db8:${process.pid % 9999}:77`
  const seen: number[] = []
  for (let from = 0; from < 50; from += 10) {
    const tries = Array.from({ length: 10 }, (_, each) => {
      const headers = { 'x-forwarded-for': `${net}::${from + each + 1}` }
      return attempt(`stuffed-${from + each}@example.org`, 'taken from a list', headers)
    })
    for (const answer of await Promise.all(tries)) seen.push(answer.status())
  }
  const evaluated = seen.filter((status) => status === 401).length
  expect(evaluated).toBeGreaterThanOrEqual(30)
  expect(evaluated).toBeLessThan(36)
  expect(seen.filter((status) => status === 429)).toHaveLength(50 - evaluated)
  expect((await attempt('stuffed-41@example.org', 'taken from a list', place())).status()).toBe(401)
})

test('known, unknown and deactivated people get one answer, in like time', async ({ request }) => {
  test.slow() // twenty-one passwords are hashed
  const [known, gone, admin] = [await holder(), await holder(), await makeMember('ADMIN')]
  await deactivatePerson(admin, { id: gone.id })
  const attempt = await signInForm(request)
  const from = place()
  const ask = async (email: string, typed: string) => {
    const since = performance.now()
    const answer = await attempt(email, typed, from)
    const took = performance.now() - since
    const text = (await answer.text()).replaceAll(email, '').replace(/nonce="[^"]*"|nonce-[\w+/=]*/g, '')
    return { took, said: [answer.status(), /<main[\s\S]*<\/main>/.exec(text)?.[0]] }
  }
  const wrong = 'not the right password'
  const cases: [string, string, string][] = [
    ['known', known.email, wrong],
    ['unknown', 'nobody-at-all@example.org', wrong],
    ['deactivated, and the right password', gone.email, password],
  ]
  const times = cases.map(() => [] as number[])
  const said = new Set<string>()
  for (let round = 0; round < 7; round++)
    for (const [which, [, email, typed]] of cases.entries()) {
      const answer = await ask(email, typed)
      times[which]?.push(answer.took)
      said.add(JSON.stringify(answer.said))
    }
  expect([...said]).toHaveLength(1)
  const medians = times.map((all) => all.sort((a, b) => a - b)[3] ?? 0)
  expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(2.5)
})

test('a forgotten password gets one answer, whoever asks, and its link leads to BASE_URL whatever the request says', async ({
  request,
}) => {
  const [known, gone, admin] = [await holder(), await holder(), await makeMember('ADMIN')]
  await deactivatePerson(admin, { id: gone.id })
  const hidden = await formOf(request, '/forgotten', 'email')
  const said = new Set<string>()
  for (const email of [known.email, gone.email, 'nobody-at-all@example.org']) {
    const forged = { ...place(), 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
    const answer = await send(request, '/forgotten', { ...hidden, email }, forged)
    said.add(`${answer.status()} ${answer.headers().location}`)
  }
  expect([...said]).toEqual(['303 /forgotten?asked=1'])
  const subject = 'A new password for Followthrough'
  const letter = await db.message.findFirstOrThrow({ where: { to: known.email, subject } })
  expect(await openMessageLink(letter, new Date())).toMatch(`${base}/new-password?token=`)
  expect(await db.message.count({ where: { to: gone.email, subject } })).toBe(0)
})

test('whoever asks for new passwords by the dozen waits, and may still try a password', async ({
  request,
}) => {
  test.slow() // each answer takes its time
  const [hidden, from] = [await formOf(request, '/forgotten', 'email'), place()]
  const ask = (each: number) =>
    send(request, '/forgotten', { ...hidden, email: `asked-${each}@example.org` }, from)
  const answers = await Promise.all(Array.from({ length: 45 }, (_, each) => ask(each)))
  const seen = answers.map((answer) => answer.status())
  expect(seen.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10)
  expect(seen.filter((status) => status === 303).length).toBeGreaterThanOrEqual(30)
  const refused = answers.find((answer) => answer.status() === 429)
  expect(await refused?.text()).toContain('Try again in')
  const attempt = await signInForm(request)
  expect((await attempt('asked-1@example.org', 'taken from a list', from)).status()).toBe(401)
})

test('a session is new at each sign-in, a planted one is worth nothing, and another role ends it', async ({
  as,
  asVisitor,
}) => {
  const member = await holder()
  const page = await asVisitor()
  const context = page.context()
  const planted = 'planted-by-somebody-else.c2lnbmF0dXJl'
  await context.addCookies([{ name: 'followthrough.session_token', value: planted, url: base }])
  await page.goto('/desk')
  await expect(page).toHaveURL(/\/sign-in/)
  const signIn = async () => {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail address').fill(member.email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL('/desk')
    return (await context.cookies()).find(({ name }) => name.endsWith('session_token'))?.value ?? ''
  }
  const first = await signIn()
  expect(first).not.toBe(planted)
  expect(await db.session.count({ where: { token: { startsWith: 'planted' } } })).toBe(0)
  await page.goto('/desk/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).not.toHaveURL('/desk/account')
  const second = await signIn()
  expect(second).not.toBe(first)
  const old = (await asVisitor()).context()
  await old.addCookies([{ name: 'followthrough.session_token', value: first, url: base }])
  expect((await old.request.get('/desk', { maxRedirects: 0 })).status()).not.toBe(200)
  const { member: admin } = await as('ADMIN')
  await changeRole(admin, { id: member.id, role: 'REVIEWER', was: 'ANALYST' })
  await page.goto('/desk')
  await expect(page).toHaveURL(/\/sign-in/)
  for (const each of [context, old]) await each.close()
})
