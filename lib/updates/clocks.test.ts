import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '#lib/database/client.ts'
import { dayOf } from '#lib/dates.ts'
import { correctUpdate } from '#lib/review/corrections.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { submitDraft } from '#lib/review/write.ts'
import { isLive } from '#lib/updates/live.ts'
import { type Dated, latestUpdates, live, type Status, statusOrder } from '#lib/updates/rules.ts'
import { withdrawUpdate } from '#lib/updates/write.ts'
import { keepClaim, makeDraft } from '#testing/make.ts'
import { RUNS } from '#testing/runs.ts'

type Step = {
  act: 'publish' | 'correct' | 'withdraw'
  which: number
  status: Status
  occurred: string
  side: 0 | 1 | 2
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom('publish', 'publish', 'correct', 'withdraw'),
  which: fc.nat(20),
  status: fc.constantFrom(...statusOrder),
  occurred: fc.constantFrom('2024-01-01', '2024-01-02', '2024-02', '2024'),
  side: fc.constantFrom(0, 1, 2),
})

/** Plays a history through the verbs and returns the updates as the pure rule wants them. */
async function play(steps: Step[]) {
  const first = await makeDraft()
  const { author, reviewer, commitmentId } = first
  const parties = await db.party.findMany({
    where: { code: { in: ['US', 'CN'] } },
    orderBy: { code: 'asc' },
    select: { id: true },
  })
  const publish = async (id: string, version: number) => {
    await submitDraft(author, { id, version })
    await publishDraft(reviewer, { id, version: version + 1 })
    return id
  }
  const published: string[] = []
  for (const { act, which, status, occurred, side } of steps) {
    const target = published.length ? published[which % published.length] : undefined
    const partyId = side === 0 ? '' : parties[side - 1]?.id
    if (act === 'publish' || !target) {
      const { id } = await makeDraft({
        author,
        commitmentId,
        status,
        occurred,
        ...(partyId ? { partyId } : {}),
      })
      published.push(await publish(id, 1))
    } else if (act === 'withdraw') {
      // Already gone is refused by the verb: the history then simply has no such step.
      await withdrawUpdate(reviewer, { id: target, reason: 'Wrong.' }).catch(() => undefined)
    } else {
      const id = await correctUpdate(author, { id: target, reason: 'Wrong.' }).catch(() => null)
      if (!id) continue
      const same = await db.statusUpdate.findUniqueOrThrow({
        where: { id: target },
        select: { commitmentId: true, partyId: true },
      })
      const said = { ...first.claim, ...same, status, occurred, correctionReason: 'Wrong.' }
      await keepClaim(author, said, { draftId: id, draftVersion: 1 })
      published.push(await publish(id, 2))
    }
  }
  const rows = await db.statusUpdate.findMany({
    where: { commitmentId },
    include: { withdrawal: true },
  })
  const updates: Dated[] = rows.map(({ withdrawal, occurredOn, ...row }) => ({
    ...row,
    occurredOn: dayOf(occurredOn),
    withdrawnAt: withdrawal?.withdrawnAt ?? null,
  }))
  return { commitmentId, updates }
}

test('the rule and the SQL give the same status at every pair of clocks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 9 }), async (steps) => {
      const { commitmentId, updates } = await play(steps)
      const instants = updates.flatMap((each) => [
        each.publishedAt,
        ...(each.withdrawnAt ? [each.withdrawnAt] : []),
      ])
      for (const known of instants.flatMap((each) => [each, new Date(each.getTime() - 1)]))
        for (const on of ['2023-12-31', '2024-01-01', '2024-01-31', '2024-12-31']) {
          const [found] = await db.$queryRaw<{ said: string[]; counting: string[] }[]>`SELECT
            ARRAY(SELECT "updateId" FROM status_at(${on}::date, ${known})
              WHERE "commitmentId" = ${commitmentId} ORDER BY 1) said,
            ARRAY(SELECT "updateId" FROM "LiveUpdate" WHERE "commitmentId" = ${commitmentId}
              AND "occurredOn" <= ${on}::date AND ${isLive({ on, known, isNow: false })} ORDER BY 1) counting`
          const ids = (each: Dated[]) => each.map(({ id }) => id).sort()
          expect(found).toEqual({
            said: ids(latestUpdates(updates, on, known)),
            counting: ids(live(updates, known).filter(({ occurredOn }) => occurredOn <= on)),
          })
        }
    }),
    { numRuns: 15 * RUNS },
  )
})
