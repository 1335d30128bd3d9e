// Writes the SQL from the schema as last committed to the schema as it stands: node prisma/new-migration.ts NAME
// Tables alone: functions, triggers and views are edited in prisma/sql (prisma/apply-sql.ts says how).

import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'

const name = process.argv[2]
if (!name) throw new Error('Say what the migration is called: node prisma/new-migration.ts NAME')

const path = 'prisma/schema.prisma'
const datamodel = (content: string) => ({ tag: 'schemaDatamodel' as const, files: [{ path, content }] })
const committed = () => execFileSync('git', ['show', `HEAD:${path}`], { encoding: 'utf8' })

Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: {
    set_message: (message: string) => {
      throw new Error(`The schema engine stopped: ${message}`)
    },
  },
})

// Prisma's schema engine as WebAssembly: the command-line engine is a download that a closed network refuses. It wants
// a server to talk to, though the comparison is of two files: reading a schema back from a database fails on the
// driver's "char" columns.
const factory = new PrismaPg({ connectionString: process.env.DATABASE_URL ?? '', max: 1 })
const engine = await SchemaEngine.new(
  { datamodels: undefined },
  () => undefined,
  bindMigrationAwareSqlAdapterFactory(factory),
)
const { stdout } = await engine.diff({
  from: datamodel(committed()),
  to: datamodel(readFileSync(path, 'utf8')),
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
})
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const target = join(import.meta.dirname, 'migrations', `${stamp}_${name}`)
mkdirSync(target, { recursive: true })
writeFileSync(join(target, 'migration.sql'), stdout ?? '')
console.log(`Wrote ${target}/migration.sql: read it before you commit it.`)
process.exit(0)
