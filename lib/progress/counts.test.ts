import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visitor } from '#lib/auth/viewer.ts'
import { CommitmentAmendment } from '#lib/commitments/input.ts'
import { readCommitmentFilter } from '#lib/commitments/rules.ts'
import { filterCommitments } from '#lib/commitments/search.ts'
import { amendCommitment } from '#lib/commitments/write.ts'
import { db } from '#lib/database/client.ts'
import { type Clocks, clocksNow } from '#lib/dates.ts'
import { getSiteProgress } from '#lib/progress/read.ts'
import { statusOrder } from '#lib/updates/rules.ts'
import { withdrawUpdate } from '#lib/updates/write.ts'
import { makeCommitment, makePublished } from '#testing/make.ts'
import { owned } from '#testing/owner.ts'
import { RUNS } from '#testing/runs.ts'

const step = fc.record({
  act: fc.constantFrom('publish', 'publish', 'withdraw', 'amend'),
  status: fc.constantFrom(...statusOrder),
  side: fc.constantFrom('', 'US', 'CN'),
  occurred: fc.constantFrom('2023-10-01', '2024-02', '2025-03-04', '2026-10-30'),
  bound: fc.constantFrom(['US'], ['CN'], ['US', 'CN']),
  every: fc.constantFrom(30, 1_500),
  which: fc.nat(9),
})

const tables = async () => {
  const rows = await db.$queryRaw<{ row: string }[]>`
    SELECT l::text AS row FROM "LiveUpdate" l UNION ALL SELECT f::text FROM "CurrentStatus" f
    UNION ALL SELECT t::text FROM "StatusCount" t WHERE times <> 0 ORDER BY 1`
  return rows.map(({ row }) => row)
}

test('what the ledger counts as it goes is what the history gives, however it went', async () => {
  const [one, other] = [await makeCommitment(), await makeCommitment()]
  const parties = await db.party.findMany({ select: { id: true, code: true } })
  const published: string[] = []
  let version = 1
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const { act, status, side, occurred, bound, every, which } of steps) {
        const id = published[which % published.length]
        if (act === 'amend') {
          const said = {
            id: one.commitmentId,
            version: version++,
            ref: one.ref,
            summitSlug: one.slug,
            areaSlug: which % 2 ? one.areaSlug : other.areaSlug,
            title: { en: 'Light the harbour' },
            text: { en: 'By night.' },
            madeOn: which % 3 ? '2023-11-15' : '2024-11-15',
            due: null,
            reviewEveryDays: every,
            promisedInId: null,
            partyCodes: bound,
            criteria: [{ en: 'It is lit.' }],
          }
          await amendCommitment(one.reviewer, CommitmentAmendment.parse(said))
        } else if (act === 'withdraw' && id) {
          await withdrawUpdate(one.reviewer, { id, reason: 'Wrong.' }).catch(() => undefined)
        } else {
          const partyId = parties.find(({ code }) => code === side)?.id ?? ''
          // A party that an amendment set free is refused: the history then has no such step.
          const made = makePublished({ commitmentId: one.commitmentId, status, occurred, partyId })
          published.push(...(await made.then(({ id }) => [id]).catch(() => [])))
        }
      }
      const now = clocksNow(new Date(Date.now() + 1_000))
      const history: Clocks = { ...now, isNow: false }
      expect(await getSiteProgress(visitor, now)).toEqual(await getSiteProgress(visitor, history))
      for (const asked of [{ status: 'KEPT' }, { status: 'NONE' }, { sort: 'silence' }, { sort: 'news' }]) {
        const found = async (clocks: Clocks) => {
          const { lines, total } = await filterCommitments(
            visitor,
            clocks,
            readCommitmentFilter(asked, 'en').search,
          )
          return [total, ...lines.map(({ ref }) => ref)]
        }
        expect(await found(now)).toEqual(await found(history))
      }
      const counted = await tables()
      await owned('SELECT live_afresh()')
      expect(await tables()).toEqual(counted)
    }),
    { numRuns: 15 * RUNS },
  )
})

test('a promise of a day to come is not counted before it', async () => {
  const made = await makeCommitment({ madeOn: '2024-05-01' })
  const before: Clocks = { ...clocksNow(new Date('2024-04-30T12:00:00Z')), known: new Date() }
  const total = async (clocks: Clocks) =>
    (await getSiteProgress(visitor, clocks)).areas.find(({ slug }) => slug === made.areaSlug)?.tally.total
  expect(await total(before)).toBe(0)
  expect(await total(clocksNow(new Date()))).toBe(1)
})
