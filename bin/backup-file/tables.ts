// The product's tables as a backup sees them: in an order in which each comes after those it refers to.

import type pg from 'pg'

export type Table = { name: string; columns: string[] }

/** Every table of ours with its columns; the job queue's are left out: jobs are of the moment. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows: tables } = await client.query<Table>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> '_prisma_migrations'
     GROUP BY c.relname ORDER BY c.relname`,
  )
  const { rows: references } = await client.query<{ child: string; parent: string }>(
    `SELECT DISTINCT child.relname AS child, parent.relname AS parent FROM pg_constraint k
     JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
     WHERE k.contype = 'f' AND k.conrelid <> k.confrelid`,
  )
  const ordered: Table[] = []
  const placed = new Set<string>()
  const waits = ({ name }: Table) =>
    references.some(({ child, parent }) => child === name && !placed.has(parent))
  for (let left = tables; left.length > 0; ) {
    const next = left.filter((table) => !waits(table))
    if (next.length === 0) throw new Error('Two tables refer to each other: no order suits both.')
    ordered.push(...next)
    for (const { name } of next) placed.add(name)
    left = left.filter(({ name }) => !placed.has(name))
  }
  return ordered
}

/** COPY of one table, to or from, in the text format: a row a line. */
export function copyOf(
  client: pg.Client,
  { name, columns }: Table,
  where: 'TO STDOUT' | 'FROM STDIN',
): string {
  const names = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  return `COPY ${client.escapeIdentifier(name)} (${names}) ${where}`
}
