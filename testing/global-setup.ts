// Vitest's global setup: the template database that all tests' databases are cloned from,
// made once, on a throw-away Postgres.

import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { throwAway } from '#bin/database.ts'
import { appOf, create, drop, named } from '#testing/databases.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databases: { admin: string; app: string; template: string }
  }
}

type Made = { databases: { admin: string; app: string; template: string }; end: () => Promise<void> }

async function make(): Promise<Made> {
  const external = process.env.TEST_DATABASE_URL
  const server = external ? undefined : await throwAway()
  const admin = external ?? server?.url ?? ''
  const template = `followthrough_test_${randomBytes(4).toString('hex')}`
  const end = async () => {
    if (server) await server.stop()
    else await drop(admin, `${template}%`)
  }
  try {
    await create(admin, template)
    const app = await appOf(admin)
    // In a process of its own: a template with an open connection cannot be cloned.
    execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'prisma/migrate.ts'], {
      env: {
        ...process.env,
        DATABASE_URL: named(app, template),
        DATABASE_OWNER_URL: named(admin, template),
      },
    })
    return { databases: { admin, app, template }, end }
  } catch (error) {
    await end()
    throw error
  }
}

// Vitest sets every project up, each in modules of its own; one template serves them all.
const shared = globalThis as { templateOfTests?: { made: Promise<Made>; users: number } | undefined }

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.templateOfTests ??= { made: make(), users: 0 }
  const kept = shared.templateOfTests
  kept.users++
  const { databases, end } = await kept.made
  project.provide('databases', databases)
  return async () => {
    if (--kept.users > 0) return
    shared.templateOfTests = undefined
    await end()
  }
}
