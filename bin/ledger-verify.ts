// `npm run ledger:verify`: the whole ledger of this database; with `--from FILE`, one that was downloaded.

import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { from: { type: 'string' }, key: { type: 'string' }, trusted: { type: 'string' } },
})

const fault = values.from ? await fromFile(values.from) : await fromDatabase()
console.log(fault ? `✗ ${fault}` : 'Nothing has been rewritten.')
process.exitCode = fault ? 1 : 0

async function fromFile(path: string): Promise<string | null> {
  const { verifyDownload } = await import('#lib/ledger/download.ts')
  const start = performance.now()
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })
  const trusted = values.trusted ? readFileSync(values.trusted, 'utf8') : null
  const { entries, checkpoints, key, fault } = await verifyDownload(lines, {
    key: values.key ?? null,
    trusted,
  })
  if (fault) return fault
  const seconds = (performance.now() - start) / 1000
  console.log(
    `✓ ${entries} entries: each follows from the one before (${Math.round(entries / seconds)} a second).`,
  )
  console.log(
    key
      ? `✓ ${checkpoints} checkpoints, each signed by ${key}`
      : '! Nothing is signed: who wrote the file could have made all of it anew.',
  )
  if (key && !values.key)
    console.log('! The key was taken from the file itself. Compare it with one you noted earlier: --key KEY.')
  if (!trusted)
    console.log(
      '! Only a checkpoint kept from earlier (--trusted FILE) shows that no tail was cut off since.',
    )
  return null
}

async function fromDatabase(): Promise<string | null> {
  const [{ system }, { db }, { verifyLedger }] = await Promise.all([
    import('#lib/auth/viewer.ts'),
    import('#lib/database/client.ts'),
    import('#worker/verify-ledger.ts'),
  ])
  const { fault } = await verifyLedger(system, (line) => console.log(`✓ ${line}`))
  await db.$disconnect()
  return fault
}
