// Gives the role that the product works as its rights, each time after migrating: none is left over from before.

import pg from 'pg'
import { rights } from '#prisma/rights.ts'
import { transaction } from '#prisma/transaction.ts'

/** The role in a database's address. */
export const roleOf = (url: string): string => decodeURIComponent(new URL(url).username)

/** Takes every right from the role and gives it those of prisma/rights.ts, as one transaction; `client` is the owner. */
export async function grantRights(client: pg.Client, role: string): Promise<void> {
  const to = pg.escapeIdentifier(role)
  await transaction(client, async () => {
    await client.query(`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, ${to}`)
    await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC')
    await client.query(`GRANT USAGE ON SCHEMA public TO ${to}`)
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name')
    const database = pg.escapeIdentifier(rows[0]?.name ?? '')
    await client.query(`REVOKE TEMPORARY ON DATABASE ${database} FROM PUBLIC`)
    for (const [table, may] of Object.entries(rights))
      await client.query(`GRANT ${may} ON public.${pg.escapeIdentifier(table)} TO ${to}`)
    await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${to}`)
    await grantQueue(client, to)
  })
}

/** The job queue is of the moment: all of it may be changed. Its tables show their rows to nobody but by a policy. */
async function grantQueue(client: pg.Client, to: string): Promise<void> {
  await client.query(`GRANT USAGE ON SCHEMA graphile_worker TO ${to}`)
  await client.query(`GRANT ALL ON ALL TABLES IN SCHEMA graphile_worker TO ${to}`)
  await client.query(`GRANT ALL ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${to}`)
  const { rows } = await client.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class WHERE relnamespace = 'graphile_worker'::regnamespace AND relrowsecurity`,
  )
  for (const { name } of rows) {
    await client.query(`DROP POLICY IF EXISTS followthrough ON ${name}`)
    await client.query(`CREATE POLICY followthrough ON ${name} TO ${to} USING (true) WITH CHECK (true)`)
  }
}
