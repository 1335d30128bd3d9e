// Which migrations a database has (the table _prisma_migrations), and which databases are refused untouched.

import type pg from 'pg'

/** Why a database is left as it is: a sentence for whoever starts the product. */
export class UnfitDatabase extends Error {}

export const baseline = '0001_baseline'

// Version 0.1.0 had these; the baseline is what they came to.
const squashed = [
  '20261123200000_tables',
  '20261123200100_proof',
  '20261123215500_published_in_order',
  '20261123230647_evidence',
  '20261124024353_people',
  '20261124030000_search',
  '20261124034000_checkpoints',
  '20261124035000_second_factor',
  '20261124040000_review',
  '20261124221500_edition',
  '20261124223000_live',
  '20261124223500_passkeys',
  '20261124224000_drafts',
  '20261124224500_gone_lately',
  '20261124225000_search_sorts',
  '20261124231000_search_plainly',
  '20261124232200_reports',
  '20261124232500_two_roles',
  '20261124235500_past',
  '20261125001500_drafts_reviewed',
  '20261125002400_held_for_its_owner',
]

type Row = { name: string; isDone: boolean }

/** The names of the migrations that are applied, those of version 0.1.0 as they were; none where there is no table yet. */
export async function appliedIn(client: pg.Client): Promise<string[]> {
  return (await rowsOf(client)).flatMap(({ name, isDone }) => (isDone ? [name] : []))
}

async function rowsOf(client: pg.Client): Promise<Row[]> {
  const { rows: there } = await client.query("SELECT 1 WHERE to_regclass('_prisma_migrations') IS NOT NULL")
  if (there.length === 0) return []
  const { rows } = await client.query<Row>(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS "isDone" FROM _prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  )
  return rows
}

/** The same names, in which all of version 0.1.0 count as the baseline: what a backup file of it says, for one. */
export function sinceBaseline(names: readonly string[]): string[] {
  if (names.includes(baseline) || !squashed.every((each) => names.includes(each))) return [...names]
  return [baseline, ...names.filter((each) => !squashed.includes(each))]
}

/** Throws UnfitDatabase unless every one of `known`, the migrations of this version, can be applied after what is there. */
export async function refuseUnfit(client: pg.Client, known: readonly string[]): Promise<void> {
  const rows = await rowsOf(client)
  const applied = sinceBaseline(rows.flatMap(({ name, isDone }) => (isDone ? [name] : [])))
  const hasBaseline = applied.includes(baseline)
  const old = rows.filter(({ name }) => !hasBaseline && squashed.includes(name))
  const cut = old.find(({ isDone }) => !isDone)
  if (cut)
    throw new UnfitDatabase(
      `The migration ${cut.name} was cut off when version 0.1.0 applied it to this database. Restore a backup with version 0.1.0, then start this version; if nothing was recorded yet, begin with an empty database. Nothing was changed.`,
    )
  if (old.length > 0)
    throw new UnfitDatabase(
      `This database has ${old.length} of the ${squashed.length} migrations of version 0.1.0. Start version 0.1.0 on it once, then this version. Nothing was changed.`,
    )
  const newer = applied.filter((name) => !known.includes(name) && !squashed.includes(name))
  if (newer.length > 0)
    throw new UnfitDatabase(
      `This database was used by a newer version of the product, which had ${newer.join(', ')}: start that one. Nothing was changed.`,
    )
}

/** Puts the baseline in the place of the migrations of version 0.1.0; call it in a transaction. */
export async function forgetSquashed(client: pg.Client): Promise<void> {
  await client.query('DELETE FROM _prisma_migrations WHERE migration_name = ANY ($1)', [squashed])
}
