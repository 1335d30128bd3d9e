// Of which version a backup is, by its migrations, and the tables as they were then.

import type pg from 'pg'
import { appliedIn, baseline, sinceBaseline } from '#prisma/applied.ts'
import { applyMigration, migrationNames } from '#prisma/apply-migrations.ts'

/** Why a backup was not restored, in a sentence; the database is as it was. */
export class Refused extends Error {}

/** The migrations that a backup's tables come from. Refuses those that this version does not know. */
export function levelOf(migrations: readonly string[]): string[] {
  const level = sinceBaseline(migrations)
  if (!level.includes(baseline))
    throw new Refused(
      'The backup is of a version before 0.1.0: restore it with that one, update to 0.1.0, and then to this.',
    )
  const newer = level.filter((name) => !migrationNames().includes(name))
  if (newer.length > 0)
    throw new Refused(
      `The backup is of a newer version of the product, which had ${newer.join(', ')}: restore it with that one.`,
    )
  return level
}

/**
 * Sees to tables as the backup had them, inside a transaction. Where the database's are others, all of it gives way to
 * empty ones of then, without functions and triggers: answers true, and they are to be migrated when they are filled.
 */
export async function layOutAs(client: pg.Client, level: readonly string[]): Promise<boolean> {
  const here = sinceBaseline(await appliedIn(client))
  if (here.length === level.length && here.every((name) => level.includes(name))) return false
  await client.query(removeAll)
  for (const name of migrationNames()) if (level.includes(name)) await applyMigration(client, name)
  return true
}

// The schema itself stays: on some hosts it belongs to somebody else, and what may be done in it is theirs to say.
const removeAll = `DO $$
DECLARE
  each text;
BEGIN
  FOR each IN SELECT format('DROP TABLE %s CASCADE', oid::regclass) FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace LOOP EXECUTE each; END LOOP;
  FOR each IN SELECT format('DROP ROUTINE %s CASCADE', p.oid::regprocedure) FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') LOOP EXECUTE each; END LOOP;
  FOR each IN SELECT format('DROP TYPE %s CASCADE', oid::regtype) FROM pg_type
    WHERE typtype = 'e' AND typnamespace = 'public'::regnamespace LOOP EXECUTE each; END LOOP;
END $$`
