// Runs one TypeScript file with the product's database and settings: `npm run ledger:verify`, `npm run bench`.

import { existsSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { openDatabase } from './database.ts'
import { lock, openData, secret } from './place.ts'
import { generateClient } from './prepare.ts'
import { endChild, onStop, startChild, take } from './processes.ts'
import { command, Halt } from './steps.mjs'

const [file = '', ...args] = process.argv.slice(2)

await command(async () => {
  if (!existsSync(resolve(file))) throw new Halt(`There is no file "${file}" to run.`)
  openData()
  await generateClient()
  const other = take(lock, { doing: file })
  const database = await openDatabase((text) => console.log(`  ! ${text}`))
  try {
    const port = process.env.PORT || '3000'
    const env = {
      ...process.env,
      DATABASE_URL: database.url,
      AUTH_SECRET: secret(),
      BASE_URL: process.env.BASE_URL || `http://localhost:${port}`,
    }
    const child = startChild(file, env, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] }, true, args)
    onStop(() => endChild(child, 10_000))
    return await new Promise<number>((done) => child.on('exit', (code) => done(code ?? 1)))
  } finally {
    // Whoever already ran on this folder keeps the database.
    if (!other) {
      await database.stop()
      rmSync(lock, { force: true })
    }
  }
})
