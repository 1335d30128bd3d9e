import { expect, test } from 'vitest'
import { system } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { dayOf } from '#lib/dates.ts'
import { excerpts } from '#prisma/demo/excerpts.ts'
import { loadDemo } from '#prisma/demo/load.ts'
import { verifyLedger } from '#worker/verify-ledger.ts'

test('the demo loads once, through the verbs, and its ledger verifies', async () => {
  expect(await loadDemo()).toContain('8 commitments')
  expect(await loadDemo()).toContain('not needed')
  expect(await verifyLedger(system)).toMatchObject({ fault: null })
  expect(await db.commitment.count()).toBe(8)
  expect(await db.draft.count({ where: { state: 'SUBMITTED', kind: 'COMMITMENT' } })).toBe(1)
  expect(await db.excerpt.count()).toBe(Object.keys(excerpts).length)
  const updates = {
    by: ['state'],
    where: { kind: 'UPDATE' },
    _count: true,
    orderBy: { state: 'asc' },
  } as const
  expect(await db.draft.groupBy({ ...updates, by: ['state'] })).toEqual([
    { state: 'DRAFT', _count: 1 },
    { state: 'SUBMITTED', _count: 1 },
    { state: 'RETURNED', _count: 1 },
    { state: 'PUBLISHED', _count: 41 },
  ])
  expect(await db.statusUpdate.count()).toBe(41)
})

test('every demo update was published by somebody else than its author, on evidence, about the past', async () => {
  const updates = await db.statusUpdate.findMany({ include: { evidence: true } })
  for (const update of updates) {
    expect(update.publishedById).not.toBe(update.authorId)
    expect(update.evidence.length).toBeGreaterThan(0)
    expect(dayOf(update.occurredOn) >= '2023-11-15' && update.occurredOn < new Date()).toBe(true)
  }
})

test('the article with text is restricted, and both sides are quoted', async () => {
  expect(await db.article.findMany({ where: { snapshots: { some: {} } }, select: { access: true } })).toEqual(
    [{ access: 'RESTRICTED' }],
  )
  const parties = await db.party.findMany({ where: { excerpts: { some: {} } }, select: { code: true } })
  expect(parties.map((party) => party.code).sort()).toEqual(['CN', 'US'])
})
