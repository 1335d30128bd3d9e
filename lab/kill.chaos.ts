import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { system } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { submitDraft } from '#lib/review/write.ts'
import { makeCommitment, makeDraft, makeMember } from '#testing/make.ts'
import { verifyLedger } from '#worker/verify-ledger.ts'

const rounds = 20
const each = 10

test(`killed ${rounds} times in the middle of publishing, nothing acknowledged is lost and the chain is whole`, async () => {
  const { commitmentId } = await makeCommitment()
  const [author, reviewer] = [await makeMember('ANALYST'), await makeMember('REVIEWER')]
  let killed = 0
  for (let round = 0; round < rounds; round++) {
    const ids: string[] = []
    for (let count = 0; count < each; count++) {
      const { id } = await makeDraft({ commitmentId, author })
      await submitDraft(author, { id, version: 1 })
      ids.push(id)
    }
    const child = spawn(
      process.execPath,
      [
        '--conditions=react-server',
        '--disable-warning=ExperimentalWarning',
        'lab/publisher.ts',
        JSON.stringify(reviewer),
        ...ids,
      ],
      { env: process.env, stdio: ['ignore', 'pipe', 'ignore'] },
    )
    const acknowledged: string[] = []
    // Killed at another point in each round: while an act is under way, never between two runs of the loop.
    const last = round % each
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged.push(line)
      if (acknowledged.length === last + 1) setTimeout(() => child.kill('SIGKILL'), (round * 7) % 5)
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    if (child.signalCode === 'SIGKILL') killed++
    const rows = await db.statusUpdate.findMany({ where: { id: { in: ids } }, select: { id: true } })
    const published = new Set(rows.map(({ id }) => id))
    expect(acknowledged.filter((id) => !published.has(id))).toEqual([])
    const entries = await db.ledgerEntry.count({
      where: { subjectId: { in: ids }, kind: 'UPDATE_PUBLISHED' },
    })
    expect(entries).toBe(published.size)
    expect(await db.draft.count({ where: { id: { in: ids }, state: 'PUBLISHED' } })).toBe(published.size)
    expect((await verifyLedger(system)).fault).toBeNull()
  }
  expect(killed).toBeGreaterThan(rounds / 2)
}, 300_000)
