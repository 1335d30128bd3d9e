import { expect, test, vi } from 'vitest'
import { system } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { downloadLedger, getSigned, signHead } from '#lib/ledger/checkpoint.ts'
import { verifyDownload } from '#lib/ledger/download.ts'
import { makeMember, makePublished } from '#testing/make.ts'
import { owned } from '#testing/owner.ts'

// Before the settings are first read.
vi.hoisted(() => {
  process.env.LEDGER_KEY = 'A'.repeat(43)
})

async function download(): Promise<string[]> {
  const lines: string[] = []
  for await (const text of downloadLedger({ kind: 'visitor' }))
    lines.push(...text.split('\n').filter(Boolean))
  return lines
}

test('each publication asks for a signature, the head is signed once, and the download verifies against it', async () => {
  await makePublished()
  const [job] = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE key = 'ledger-sign'`
  expect(job?.n).toBe(1)
  await expect(signHead(await makeMember('REVIEWER'))).rejects.toThrow('Your role')
  await signHead(system)
  await signHead(system)
  const { newest, count, publicKey } = await getSigned({ kind: 'visitor' })
  expect(count).toBe(1)
  const kept = { key: publicKey, trusted: newest?.note ?? '' }
  await makePublished()
  const found = await verifyDownload(await download(), kept)
  expect(found).toMatchObject({ fault: null, checkpoints: 1, entries: (newest?.seq ?? 0) + 4 })
})

test('what was signed cannot be changed or taken away', async () => {
  await makePublished()
  await signHead(system)
  await expect(owned(`UPDATE "Checkpoint" SET note = ''`)).rejects.toThrow('append-only')
  await expect(owned(`DELETE FROM "Checkpoint"`)).rejects.toThrow('append-only')
})
