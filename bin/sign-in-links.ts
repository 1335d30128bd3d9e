// One-time sign-in links as JSON Lines: who each is for. With no people yet, the first account's link.

import { unscopedIssueLink } from '#lib/auth/auth.ts'
import { unscopedIssueSetupToken } from '#lib/auth/people.ts'
import { db } from '#lib/database/client.ts'
import { env } from '#lib/env.ts'

const token = await unscopedIssueSetupToken()
if (token)
  console.log(JSON.stringify({ role: 'ADMIN', email: null, url: `${env().BASE_URL}/setup?token=${token}` }))
const people = await db.user.findMany({
  where: { isDemo: true },
  orderBy: { role: 'asc' },
  select: { email: true, role: true },
})
for (const { email, role } of people)
  console.log(JSON.stringify({ role, email, url: await unscopedIssueLink(email) }))
await db.$disconnect()
