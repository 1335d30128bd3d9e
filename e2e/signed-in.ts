// A browser for a named person: a member made in the database, and a session of theirs, as signing in would leave it.

import { createHmac, randomBytes } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { test as base, watch } from '#e2e/fixtures.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { makeMember } from '#testing/make.ts'

export type Person = { page: Page; member: Member; endSession: () => Promise<void> }
type Role = Member['role']
/** `member` is somebody who was there before, in another browser. */
type Options = { javaScriptEnabled?: boolean; member?: Member }
type Fixtures = { as: (role: Role, options?: Options) => Promise<Person> }

const baseURL = process.env.BASE_URL ?? ''
const secret = process.env.AUTH_SECRET ?? ''

async function signIn(browser: Browser, role: Role, { member: known, ...options }: Options): Promise<Person> {
  const member = known ?? (await makeMember(role))
  const token = randomBytes(24).toString('base64url')
  const expiresAt = new Date(Date.now() + 3_600_000)
  const { id } = await db.session.create({
    data: { id: token.slice(0, 16), token, userId: member.id, expiresAt },
  })
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  const context = await browser.newContext({ baseURL, ...options })
  const value = encodeURIComponent(`${token}.${signature}`)
  await context.addCookies([
    { name: 'followthrough.session_token', value, url: baseURL, httpOnly: true, sameSite: 'Lax' },
  ])
  const endSession = async () =>
    void (await db.session.update({ where: { id }, data: { expiresAt: new Date(0) } }))
  const page = await context.newPage()
  return { page, member, endSession }
}

export const test = base.extend<Fixtures>({
  as: async ({ browser, faults }, use) => {
    const people: Person[] = []
    await use(async (role, options = {}) => {
      const person = await signIn(browser, role, options)
      watch(person.page, faults)
      people.push(person)
      return person
    })
    for (const { page } of people) await page.context().close()
  },
})

export { expect } from '#e2e/fixtures.ts'
