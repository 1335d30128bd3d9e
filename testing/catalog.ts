// A database's schema as lines of text, read from pg_catalog: two databases are alike when their lines are.

import type pg from 'pg'

const parts = [
  `SELECT 'extension ' || extname FROM pg_extension`,
  `SELECT 'enum ' || t.typname || ': ' || string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)
   FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid WHERE t.typnamespace = 'public'::regnamespace GROUP BY t.typname`,
  `SELECT format('relation %s %s %s %s %s', c.relname, c.relkind, c.relrowsecurity, c.reloptions, c.relacl)
   FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind <> 'i'`,
  // By their place among those that are left: a column that was dropped leaves a gap in the numbers.
  `SELECT format('column %s %s. %s %s %s default %s %s %s', c.relname,
     row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum), a.attname, format_type(a.atttypid, a.atttypmod),
     CASE WHEN a.attnotnull THEN 'not null' END, pg_get_expr(d.adbin, d.adrelid), a.attcollation, a.attacl)
   FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
   LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v')`,
  `SELECT format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
   FROM pg_constraint WHERE connamespace = 'public'::regnamespace`,
  `SELECT format('index %s %s', pg_get_indexdef(i.indexrelid), i.indisvalid) FROM pg_index i
   JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = 'public'::regnamespace`,
  `SELECT format('trigger %s %s', pg_get_triggerdef(t.oid), t.tgenabled) FROM pg_trigger t
   JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal`,
  `SELECT format('function %s %s', pg_get_functiondef(p.oid), p.proacl) FROM pg_proc p
   WHERE p.pronamespace = 'public'::regnamespace AND p.prokind <> 'a'
     AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
  `SELECT format('view %s %s', c.relname, pg_get_viewdef(c.oid)) FROM pg_class c
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'v'`,
  `SELECT format('sequence %s %s %s', s.sequencename, s.data_type, pg_get_serial_sequence(format('%I', c.relname), a.attname)) FROM pg_sequences s
   JOIN pg_class c ON c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
   JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
   WHERE pg_get_serial_sequence(format('%I', c.relname), a.attname) = format('public.%I', s.sequencename)`,
  `SELECT format('schema %s %s', nspname, nspacl) FROM pg_namespace WHERE nspname IN ('public', 'graphile_worker')`,
]

/** Everything in the schema `public` that a migration may make, in an order of its own; nothing about its rows. */
export async function catalogOf(client: pg.Client): Promise<string[]> {
  const found: string[] = []
  for (const part of parts) {
    const { rows } = await client.query<{ line: string }>(`SELECT * FROM (${part}) part(line)`)
    found.push(...rows.map(({ line }) => line))
  }
  return found.sort()
}
