// Readers report what is wrong; a reviewer decides what came of it.

import { createHmac } from 'node:crypto'
import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Member, Viewer } from '#lib/auth/viewer.ts'
import { db, once } from '#lib/database/client.ts'
import { env } from '#lib/env.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import { sha256 } from '#lib/hash.ts'
import type { Language } from '#lib/languages.ts'
import { networkOf, unscopedTake } from '#lib/rate-limits.ts'
import type { DecisionInput, Reported } from '#lib/reports/input.ts'

/** Keeps a report for the reviewers, or says in how many minutes this sender may send again. */
export async function sendReport(
  viewer: Viewer,
  input: Reported,
  where: { language: Language; sender: string | undefined },
  now = new Date(),
): Promise<{ id: string } | { waitMinutes: number }> {
  authorize(viewer, 'report.send', 'any')
  const { ref, on, known, text, contact } = input
  const found = await db.commitment.findUnique({ where: { ref }, select: { id: true } })
  if (!found) throw new NotFound('commitment')
  const key = sha256(`${found.id}\n${text}`)
  const before = await db.report.findUnique({ where: { sha256: key }, select: { id: true } })
  if (before) return before
  const waitMs =
    (await unscopedTake('report', senderKey(where.sender), now)) ||
    (await unscopedTake('reports-of-all', '', now))
  if (waitMs) return { waitMinutes: Math.ceil(waitMs / 60_000) }
  const clocks = new URLSearchParams({ ...(on ? { on } : {}), ...(known ? { known } : {}) }).toString()
  const address = `/${where.language}/commitments/${ref}${clocks && `?${clocks}`}`
  const data = { commitmentId: found.id, address, text, contact, sha256: key, reportedAt: now }
  return once(
    () => db.report.findUnique({ where: { sha256: key }, select: { id: true } }),
    () => db.report.create({ data, select: { id: true } }),
  )
}

// Only a keyed hash is kept: who reported is nobody's business.
function senderKey(sender = ''): string {
  return createHmac('sha256', env().AUTH_SECRET)
    .update(`report ${networkOf(sender)}`)
    .digest('base64url')
}

/** Closes a report, and forgets how its sender could be reached. */
export async function decideReport(
  viewer: Member,
  { id, outcome, note }: z.output<typeof DecisionInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'report.decide', 'open')
  const decision = { outcome, note, decidedById: viewer.id, decidedAt: now, contact: null }
  const { count } = await db.report.updateMany({ where: { id, decidedAt: null }, data: decision })
  if (count) return id
  if (await db.report.count({ where: { id } })) throw new Conflict('Somebody decided this report meanwhile.')
  throw new NotFound('report')
}
