// `npm run backup [FILE]`: the whole database in one file, while it is in use.

import { mkdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { backUp } from '#bin/backup-file/write.ts'
import { data } from './paths.ts'

const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '')
const file = resolve(process.argv[2] ?? join(data, 'backups', `followthrough-${stamp}.gz`))
mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
const { rows, head } = await backUp(process.env.DATABASE_URL ?? '', file)
const all = Object.values(rows).reduce((sum, each) => sum + each, 0)
const [{ unscopedNote }, { system }, { db }] = await Promise.all([
  import('#lib/activity/note.ts'),
  import('#lib/auth/viewer.ts'),
  import('#lib/database/client.ts'),
])
await unscopedNote(db, system, 'BACKED_UP', { words: basename(file) })
const size = (statSync(file).size / 1e6).toFixed(1)
console.log(
  `✓ ${all.toLocaleString('en')} rows of ${Object.keys(rows).length} tables, ${head.seq} ledger entries: ${size} MB`,
)
console.log(`  ${file}`)
console.log(
  `  Keep ${join(data, 'secret')} and ${join(data, 'ledger-key')} as well, apart from it: they are not in there.`,
)
process.exit(0)
