// Writes the SQL from the schema as last committed to the schema as it stands: node prisma/new-migration.ts NAME

import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { noFilters, schemaEngine } from '#prisma/engine.ts'

const name = process.argv[2]
if (!name) throw new Error('Say what the migration is called: node prisma/new-migration.ts NAME')

const folder = join(import.meta.dirname, 'migrations')
const isFirst = !readdirSync(folder, { withFileTypes: true }).some((each) => each.isDirectory())
const path = 'prisma/schema.prisma'
const datamodel = (content: string) => ({ tag: 'schemaDatamodel' as const, files: [{ path, content }] })
const committed = () => execFileSync('git', ['show', `HEAD:${path}`], { encoding: 'utf8' })

// The engine wants a server to talk to, though the comparison is of two files: reading a schema back from a
// database fails on the driver's "char" columns.
const connectionString = process.env.DATABASE_URL ?? ''
const client = new pg.Client({ connectionString })
await client.connect()
const engine = await schemaEngine(client, connectionString)
const { stdout } = await engine.diff({
  from: isFirst ? { tag: 'empty' } : datamodel(committed()),
  to: datamodel(readFileSync(path, 'utf8')),
  script: true,
  exitCode: null,
  filters: noFilters,
})
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const target = join(folder, `${stamp}_${name}`)
mkdirSync(target, { recursive: true })
writeFileSync(join(target, 'migration.sql'), stdout ?? '')
console.log(`Wrote ${target}/migration.sql: read it before you commit it.`)
process.exit(0)
