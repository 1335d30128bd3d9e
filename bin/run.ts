// Runs one TypeScript file with the product's database and settings: `npm run ledger:verify`, `npm run bench`.
// `--alone` is for files that need neither.

import type { ChildProcess, StdioOptions } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { openDatabase } from './database.ts'
import { ledgerKey, lock, openData, secret } from './paths.ts'
import { generateClient } from './prepare.ts'
import { endChild, onStop, script, startChild, take } from './processes.ts'
import { command, UserError } from './steps.mjs'

const [file = '', ...args] = process.argv.slice(process.argv[2] === '--alone' ? 3 : 2)
// A ledger in a file is checked without the product that wrote it.
const isAlone = process.argv[2] === '--alone' || args.includes('--from')
const stdio: StdioOptions = ['inherit', 'inherit', 'inherit', 'ipc']
const codeOf = (child: ChildProcess) => {
  onStop(() => endChild(child, 10_000))
  return new Promise<number>((done) => child.on('exit', (code) => done(code ?? 1)))
}

await command(async () => {
  if (!existsSync(resolve(file))) throw new UserError(`There is no file "${file}" to run.`)
  if (isAlone) return codeOf(startChild(file, process.env, { stdio }, true, args))
  openData()
  await generateClient()
  const other = take(lock, { doing: file })
  const database = await openDatabase((text) => console.log(`  ! ${text}`))
  try {
    const port = process.env.PORT || '3000'
    const env = {
      ...process.env,
      DATABASE_URL: database.url,
      DATABASE_OWNER_URL: database.ownerUrl,
      AUTH_SECRET: secret(),
      LEDGER_KEY: ledgerKey(),
      BASE_URL: process.env.BASE_URL || `http://localhost:${port}`,
    }
    // Where the product has never run there are no tables yet; where it runs, it has seen to them.
    if (!other) await script('prisma/migrate.ts', env)
    return await codeOf(startChild(file, env, { stdio }, true, args))
  } finally {
    // Whoever already ran on this folder keeps the database.
    if (!other) {
      await database.stop()
      rmSync(lock, { force: true })
    }
  }
})
