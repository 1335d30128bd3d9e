import { expect, inject, test } from 'vitest'
import { db } from '#lib/database/client.ts'
import { rights } from '#prisma/rights.ts'
import { makeCommitment, makeMember, makePublished } from '#testing/make.ts'
import { asOwner } from '#testing/owner.ts'

/** What becomes of a statement sent as the role that the product works as. */
const asProduct = (sql: string): Promise<unknown> => db.$executeRawUnsafe(sql)

test('every table and view has its rights written down', async () => {
  const names = await asOwner(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'm', 'p')`,
    )
    return rows.map(({ name }) => name)
  })
  expect(Object.keys(rights).sort()).toEqual(names.sort())
})

test('the product may neither change, remove nor empty what is published or archived', async () => {
  await makePublished()
  const history = [
    'LedgerEntry',
    'Checkpoint',
    'Snapshot',
    'Excerpt',
    'StatusUpdate',
    'Evidence',
    'Withdrawal',
    'Activity',
    'Comment',
    'Merge',
  ]
  const counted = [
    'ContentVersion',
    'SearchEntry',
    'SearchWord',
    'LiveUpdate',
    'CurrentStatus',
    'StatusCount',
  ]
  const derived = [...counted, 'CommitmentHistory', 'SummitHistory', 'NameHistory']
  for (const table of [...history, ...derived, 'LedgerHead', 'LiveCheck', 'Approval', 'ReturnedText']) {
    await expect(asProduct(`DELETE FROM "${table}"`), table).rejects.toThrow('permission denied')
    await expect(asProduct(`TRUNCATE "${table}" CASCADE`), table).rejects.toThrow('permission denied')
    const [column] = await db.$queryRaw<{ name: string }[]>`
      SELECT attname AS name FROM pg_attribute WHERE attrelid = ${`"${table}"`}::regclass AND attnum > 1
        AND NOT attisdropped ORDER BY attnum LIMIT 1`
    const change = `UPDATE "${table}" SET "${column?.name}" = "${column?.name}"`
    await expect(asProduct(change), table).rejects.toThrow('permission denied')
  }
  await expect(asProduct(`UPDATE "LedgerHead" SET id = 1`)).rejects.toThrow('only grows')
})

test('the product may not set a guard aside, nor become who may', async () => {
  const owner = new URL(inject('databases').admin).username
  for (const sql of [
    'ALTER TABLE "LedgerEntry" DISABLE TRIGGER ALL',
    'ALTER TABLE "StatusUpdate" DISABLE TRIGGER guard_update',
    'DROP TRIGGER append_only ON "LedgerEntry"',
    'DROP TABLE "LedgerEntry" CASCADE',
    'ALTER FUNCTION guard_update() SET search_path = pg_temp',
    'CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$',
    'CREATE TABLE "Mine" (id int)',
    'SET session_replication_role = replica',
    `SET ROLE ${owner}`,
    `GRANT ${owner} TO current_user`,
    'ALTER ROLE current_user SUPERUSER',
    `COPY "LedgerEntry" TO PROGRAM 'cat'`,
  ])
    await expect(asProduct(sql), sql).rejects.toThrow(/permission denied|must be owner|must have/)
})

test('a table of the product’s own making misleads no guard', async () => {
  const { commitmentId, reviewer } = await makeCommitment()
  const author = await makeMember('ANALYST')
  const forged = db.$transaction([
    db.$executeRaw`CREATE TEMP TABLE "Evidence" AS SELECT 'forged' AS "updateId"`,
    db.$executeRaw`INSERT INTO "StatusUpdate" (id, "commitmentId", status, "occurredOn", headline, "authorId", "publishedAt",
      "publishedById") VALUES ('forged', ${commitmentId}, 'KEPT', '2024-05-14', '{"en": "Kept"}', ${author.id}, now(), ${reviewer.id})`,
  ])
  await expect(forged).rejects.toThrow('no status without proof')
})

test('what guards or derives finds our tables first, and acts for the owner only where it must', async () => {
  const rows = await asOwner(async (client) => {
    const found = await client.query<{ name: string; definer: boolean; path: string[] | null }>(
      `SELECT p.proname AS name, p.prosecdef AS definer, p.proconfig AS path FROM pg_proc p
       WHERE p.pronamespace = 'public'::regnamespace AND p.prorettype = 'trigger'::regtype
         AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
    )
    return found.rows
  })
  expect(rows.filter(({ path }) => path?.[0] !== 'search_path=public, pg_temp')).toEqual([])
  const definers = rows.flatMap(({ name, definer }) => (definer ? [name] : []))
  expect(definers.sort()).toEqual([
    'grow_edition',
    'guard_entry',
    'live_follow',
    'past_follow',
    'search_follow',
  ])
})
