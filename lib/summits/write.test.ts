import { expect, test } from 'vitest'
import { system } from '#lib/auth/viewer.ts'
import { CommitmentInput } from '#lib/commitments/input.ts'
import { amendCommitment, recordCommitment } from '#lib/commitments/write.ts'
import { db } from '#lib/database/client.ts'
import { type ChainLink, chainFault, genesis } from '#lib/ledger/rules.ts'
import { makeCommitment, makeMember } from '#testing/make.ts'
import { owned } from '#testing/owner.ts'
import { verifyLedger } from '#worker/verify-ledger.ts'

function saying(made: { ref: string; slug: string; areaSlug: string }, title = 'Another wording') {
  return CommitmentInput.parse({
    ref: made.ref,
    summitSlug: made.slug,
    areaSlug: made.areaSlug,
    title: { en: title },
    text: { en: 'Do it.' },
    madeOn: '2023-11-15',
    reviewEveryDays: 30,
    promisedInId: null,
    partyCodes: ['US'],
    criteria: [{ en: 'One.' }, { en: 'Two.' }],
  })
}

test('recording and amending enter the ledger, wording by wording', async () => {
  const made = await makeCommitment()
  await amendCommitment(made.reviewer, { ...saying(made), id: made.commitmentId, version: 1 })
  const entries = await db.ledgerEntry.findMany({
    where: { subjectId: made.commitmentId },
    orderBy: { seq: 'asc' },
  })
  expect(entries.map((each) => each.kind)).toEqual(['COMMITMENT_RECORDED', 'COMMITMENT_AMENDED'])
  expect(entries[1]?.body).toContain('Another wording')
  expect(await verifyLedger(system)).toMatchObject({ fault: null })
})

test('the second of two amendments of one version is a conflict', async () => {
  const made = await makeCommitment()
  const amend = (title: string) =>
    amendCommitment(made.reviewer, { ...saying(made, title), id: made.commitmentId, version: 1 })
  const results = await Promise.allSettled([amend('One wording'), amend('Other wording')])
  expect(results.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('an analyst does not record commitments, and names nobody knows are refused', async () => {
  const made = await makeCommitment()
  await expect(recordCommitment(await makeMember('ANALYST'), saying(made))).rejects.toThrow('role')
  const other = { ...saying(made), ref: `${made.ref}-2` }
  await expect(recordCommitment(made.reviewer, { ...other, partyCodes: ['XX'] })).rejects.toThrow(
    'parties of its summit',
  )
  await expect(recordCommitment(made.reviewer, { ...other, summitSlug: 'nowhere' })).rejects.toThrow(
    'no summit “nowhere”',
  )
  await expect(recordCommitment(made.reviewer, saying(made))).rejects.toThrow('is taken')
})

test('many who record at once make one chain without a gap', async () => {
  await Promise.all(Array.from({ length: 6 }, () => makeCommitment()))
  const entries = await db.ledgerEntry.findMany({ orderBy: { seq: 'asc' } })
  let before: ChainLink = genesis
  for (const entry of entries) {
    expect(chainFault(before, entry)).toBeNull()
    before = entry
  }
})

test('the database refuses to change, remove or forge an entry', async () => {
  await makeCommitment()
  await expect(owned(`UPDATE "LedgerEntry" SET body = '{}' WHERE seq = 1`)).rejects.toThrow('append-only')
  await expect(owned('DELETE FROM "LedgerEntry"')).rejects.toThrow('append-only')
  await expect(owned('TRUNCATE "LedgerEntry"')).rejects.toThrow('append-only')
  await expect(owned('DELETE FROM "LedgerHead"')).rejects.toThrow('append-only')
  await expect(owned('UPDATE "LedgerHead" SET seq = 0')).rejects.toThrow('only grows')
  const forged = {
    seq: 999,
    kind: 'SUMMIT_RECORDED' as const,
    subjectId: 'x',
    at: new Date(),
    body: '{}',
    prevHash: '0'.repeat(64),
    hash: '1'.repeat(64),
  }
  await expect(db.ledgerEntry.create({ data: forged })).rejects.toThrow('does not follow the head')
  const replica = 'SET session_replication_role = replica; DELETE FROM "LedgerEntry"'
  await expect(owned(replica)).rejects.toThrow('append-only')
})
