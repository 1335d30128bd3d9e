// A browser for a named person: a member made in the database, and a session of theirs, as signing in would leave it.

import { createHmac, randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { test as base } from '#e2e/fixtures.ts'
import type { Windows } from '#e2e/windows.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { makeMember } from '#testing/make.ts'

export type Person = { page: Page; member: Member; endSession: () => Promise<void> }
type Role = Member['role']
/** `member` is somebody who was there before, in another browser. */
type Options = { javaScriptEnabled?: boolean; member?: Member }
type Fixtures = {
  as: (role: Role, options?: Options) => Promise<Person>
  /** A visitor who is nobody here, with no cookie. */
  asVisitor: (options?: { javaScriptEnabled: boolean }) => Promise<Page>
}

const baseURL = process.env.BASE_URL ?? ''
const secret = process.env.AUTH_SECRET ?? ''

async function signIn(
  windows: Windows,
  role: Role,
  options: Options & { javaScriptEnabled: boolean },
): Promise<Person> {
  const member = options.member ?? (await makeMember(role))
  const token = randomBytes(24).toString('base64url')
  const expiresAt = new Date(Date.now() + 3_600_000)
  const { id } = await db.session.create({
    data: { id: token.slice(0, 16), token, userId: member.id, expiresAt },
  })
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  const page = await windows.lend(options)
  const value = encodeURIComponent(`${token}.${signature}`)
  await page
    .context()
    .addCookies([
      { name: 'followthrough.session_token', value, url: baseURL, httpOnly: true, sameSite: 'Lax' },
    ])
  const endSession = async () =>
    void (await db.session.update({ where: { id }, data: { expiresAt: new Date(0) } }))
  return { page, member, endSession }
}

export const test = base.extend<Fixtures>({
  as: async ({ windows, javaScriptEnabled, faults: _ }, use) => {
    const people: Person[] = []
    await use(async (role, options = {}) => {
      const person = await signIn(windows, role, { javaScriptEnabled, ...options })
      people.push(person)
      return person
    })
    for (const { page } of people) await windows.takeBack(page)
  },
  asVisitor: async ({ windows, javaScriptEnabled, faults: _ }, use) => {
    const visitors: Page[] = []
    await use(async (options = { javaScriptEnabled }) => {
      const page = await windows.lend(options)
      visitors.push(page)
      return page
    })
    for (const page of visitors) await windows.takeBack(page)
  },
})

export { expect } from '#e2e/fixtures.ts'
