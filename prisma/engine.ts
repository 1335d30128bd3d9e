// Prisma's schema engine as WebAssembly: the command-line engine is a download that a closed network refuses.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { type MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import type pg from 'pg'

const folder = join(import.meta.dirname, 'migrations')
export const noFilters = { externalTables: [], externalEnums: [] }

Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: {
    set_message: (message: string) => {
      throw new Error(`The schema engine stopped: ${message}`)
    },
  },
})

/** The engine, talking to the database through `client`, which the caller connects and ends. */
export async function schemaEngine(client: pg.Client, connectionString: string): Promise<SchemaEngine> {
  const factory = new PrismaPg({ connectionString, max: 1 })
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    // The driver cuts scripts at every semicolon, function bodies too, and runs the pieces unprotected;
    // sent whole, Postgres runs a script as one transaction.
    adapter.executeScript = async (script) => void (await client.query(script))
    return adapter
  }
  return SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  )
}

/** The migrations on disk in the order they apply, as the engine wants them. */
export function migrationList(): MigrationList {
  const names = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isDirectory())
  return {
    baseDir: folder,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(join(folder, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: names
      .map((each) => each.name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: readFileSync(join(folder, name, 'migration.sql'), 'utf8') },
        },
      })),
  }
}
