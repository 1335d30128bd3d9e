import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { system } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { signHead } from '#lib/ledger/checkpoint.ts'
import { withdrawUpdate } from '#lib/updates/write.ts'
import { makePublished } from '#testing/make.ts'
import { asOwner } from '#testing/owner.ts'
import { RUNS } from '#testing/runs.ts'
import { verifyLedger } from '#worker/verify-ledger.ts'

vi.hoisted(() => {
  process.env.LEDGER_KEY = 'A'.repeat(43)
})

const numRuns = 30 * RUNS

/** Does to the entries what only their owner can, and lets the head agree with the last of them. */
const forced = (statements: string[]) =>
  asOwner(async (client) => {
    await client.query('BEGIN')
    for (const table of ['LedgerEntry', 'LedgerHead'])
      await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`)
    for (const statement of statements) await client.query(statement)
    for (const table of ['LedgerEntry', 'LedgerHead'])
      await client.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`)
    await client.query('COMMIT')
  })

const agree = `UPDATE "LedgerHead" h SET seq = e.seq, hash = e.hash, at = e.at
  FROM (SELECT * FROM "LedgerEntry" ORDER BY seq DESC LIMIT 1) e`
const again = ['DELETE FROM "LedgerEntry"', 'INSERT INTO "LedgerEntry" SELECT * FROM kept_entries', agree]

const how = fc.constantFrom(
  'change',
  'rehash',
  'rewrite',
  'date',
  'subject',
  'remove',
  'close up',
  'swap',
  'cut',
)

/** The statements of one tampering with the entry `seq` of `last`. */
function tampering(kind: string, seq: number, last: number, at: number): string[] {
  const entry = `WHERE seq = ${seq}`
  const other = (seq % last) + 1
  switch (kind) {
    case 'change':
      return [
        `UPDATE "LedgerEntry" SET body = overlay(body placing '~' from 1 + ${at} % length(body)) ${entry}`,
      ]
    case 'rehash':
    case 'rewrite':
      return [
        kind === 'rehash'
          ? `UPDATE "LedgerEntry" SET body = body || ' ' ${entry}`
          : `UPDATE "LedgerEntry" SET body = replace(body, '"subject":{', '"subject":{"added":1,') ${entry}`,
        `UPDATE "LedgerEntry" SET hash = encode(sha256(convert_to("prevHash" || chr(10) || body, 'UTF8')), 'hex') ${entry}`,
        agree,
      ]
    case 'date':
      return [`UPDATE "LedgerEntry" SET at = at + interval '1 day' ${entry}`]
    case 'subject':
      return [`UPDATE "LedgerEntry" SET "subjectId" = 'another' ${entry}`]
    case 'remove':
      return [`DELETE FROM "LedgerEntry" ${entry}`]
    case 'close up':
      return [
        `DELETE FROM "LedgerEntry" ${entry}`,
        `UPDATE "LedgerEntry" SET seq = -seq WHERE seq > ${seq}`,
        'UPDATE "LedgerEntry" SET seq = -seq - 1 WHERE seq < 0',
        agree,
      ]
    case 'swap':
      return [
        `UPDATE "LedgerEntry" SET seq = -1 ${entry}`,
        `UPDATE "LedgerEntry" SET seq = ${seq} WHERE seq = ${other}`,
        `UPDATE "LedgerEntry" SET seq = ${other} WHERE seq = -1`,
      ]
    default:
      return [`DELETE FROM "LedgerEntry" WHERE seq >= ${seq}`, agree]
  }
}

test(
  `of ${numRuns} tamperings with the entries by their owner, each is found`,
  async () => {
    const { author, reviewer } = await makePublished()
    const { id } = await makePublished({ author })
    await withdrawUpdate(reviewer, { id, reason: 'Wrong.' })
    await signHead(system)
    expect(await db.checkpoint.count()).toBe(1)
    const last = await asOwner(async (client) => {
      await client.query('CREATE TABLE kept_entries AS SELECT * FROM "LedgerEntry"')
      const { rows } = await client.query<{ last: number }>('SELECT max(seq) AS last FROM kept_entries')
      return rows[0]?.last ?? 0
    })
    expect((await verifyLedger(system)).fault).toBeNull()
    await fc.assert(
      fc.asyncProperty(how, fc.integer({ min: 2, max: last }), fc.nat(400), async (kind, seq, at) => {
        await forced(tampering(kind, seq, last, at))
        expect((await verifyLedger(system)).fault).not.toBeNull()
        await forced(again)
      }),
      { numRuns, endOnFailure: true },
    )
    expect((await verifyLedger(system)).fault).toBeNull()
  },
  60_000 + numRuns * 500,
)
