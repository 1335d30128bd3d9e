// `npm run restore FILE`: puts a backup into an empty database, or with --replace in the place of what is there.

import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { Refused } from '#bin/backup-file/level.ts'
import { restore } from '#bin/backup-file/restore.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { replace: { type: 'boolean' } },
})
const [file] = positionals

async function run(): Promise<string | null> {
  if (!file) return 'Say which file: npm run restore -- FILE [--replace]'
  try {
    // Only the owner of the tables may set their guards aside.
    const url = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL || ''
    const { rows, head } = await restore(url, file, {
      replace: values.replace ?? false,
      ...(process.env.DATABASE_URL ? { appUrl: process.env.DATABASE_URL } : {}),
    })
    const all = Object.values(rows).reduce((sum, each) => sum + each, 0)
    console.log(`✓ ${all.toLocaleString('en')} rows restored, ${head.seq} ledger entries`)
  } catch (error) {
    if (error instanceof Refused) return `${error.message} Nothing was changed.`
    throw error
  }
  const [{ system }, { verifyLedger }, { unscopedNote }, { db }] = await Promise.all([
    import('#lib/auth/viewer.ts'),
    import('#worker/verify-ledger.ts'),
    import('#lib/activity/note.ts'),
    import('#lib/database/client.ts'),
  ])
  await unscopedNote(db, system, 'RESTORED', { words: basename(file) })
  const { fault } = await verifyLedger(system, (line) => console.log(`✓ ${line}`))
  return fault
}

const fault = await run()
if (fault) console.log(`✗ ${fault}`)
process.exit(fault ? 1 : 0)
