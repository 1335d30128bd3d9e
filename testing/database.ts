// A database of its own for every test file, in the place of the last file's, there before lib/database/client.ts is
// first imported. Its name is the thread's: files that share one share the modules that read the address.

import { threadId } from 'node:worker_threads'
import { afterAll, inject } from 'vitest'
import { create, drop, named } from '#testing/databases.ts'

const { admin, app, template } = inject('databases')
const name = `${template}_${threadId}`
await create(admin, name, template)

// Tests work with the rights that the product has, so that one it lacks is found.
process.env.DATABASE_URL = named(app, name)
process.env.DATABASE_OWNER_URL = named(admin, name)
process.env.AUTH_SECRET ??= 'a secret for tests, and for tests only'
// Vite has put a path of its own there.
process.env.BASE_URL = 'http://localhost:3000'
process.env.LOG_LEVEL ??= 'error'

afterAll(async () => {
  const { followthroughDb } = globalThis as { followthroughDb?: { $disconnect(): Promise<void> } }
  await followthroughDb?.$disconnect()
  await drop(admin, name)
})
