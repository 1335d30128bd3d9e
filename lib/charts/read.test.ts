import { expect, test } from 'vitest'
import { visitor } from '#lib/auth/viewer.ts'
import { chartFile } from '#lib/charts/file.ts'
import { type ChartAsked, getChart } from '#lib/charts/read.ts'
import { chartNames } from '#lib/charts/rules.ts'
import { readCommitmentFilter } from '#lib/commitments/rules.ts'
import { db } from '#lib/database/client.ts'
import { addDays, clocksNow, dayOf } from '#lib/dates.ts'
import { settledClocks } from '#lib/ledger/read.ts'
import { getSiteProgress } from '#lib/progress/read.ts'
import { addTallies, emptyTally, scoreOf } from '#lib/progress/rules.ts'
import { correctUpdate } from '#lib/review/corrections.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { submitDraft } from '#lib/review/write.ts'
import { withdrawUpdate } from '#lib/updates/write.ts'
import { makeCommitment, makePublished } from '#testing/make.ts'
import { stepAt } from '#testing/steps.ts'

const today = dayOf(new Date())
const asked = (chart: ChartAsked['chart'], given: Record<string, string> = {}): ChartAsked => ({
  chart,
  ref: given.ref ?? '',
  search: readCommitmentFilter(given, 'en').search,
  today,
})

test('on every day and at every instant, the steps and the score are what the dashboard counted then', async () => {
  const { slug, commitmentId } = await makeCommitment()
  const us = (await db.party.findUniqueOrThrow({ where: { code: 'US' } })).id
  const first = await makePublished({ commitmentId, status: 'UNDER_WAY', occurred: '2024-01-10' })
  await makePublished({ commitmentId, status: 'BROKEN', occurred: '2024-03-01', partyId: us })
  const gone = await makePublished({ commitmentId, status: 'KEPT', occurred: '2024-06-01' })
  const correction = await correctUpdate(first.author, { id: first.id, reason: 'Another day.' })
  await submitDraft(first.author, { id: correction, version: 1 })
  await publishDraft(first.reviewer, { id: correction, version: 2 })
  await withdrawUpdate(gone.reviewer, { id: gone.id, reason: 'Not so.' })
  const entries = await db.ledgerEntry.findMany({ select: { at: true }, orderBy: { seq: 'asc' } })
  for (const { at } of entries.slice(-6)) {
    const clocks = { on: '2024-12-31', known: at, isNow: false }
    const [steps, score] = await Promise.all([
      getChart(visitor, clocks, asked('steps', { summit: slug })),
      getChart(visitor, clocks, asked('score', { summit: slug })),
    ])
    if (steps.drawing.chart !== 'steps' || score.drawing.chart !== 'score') throw new Error('another chart')
    for (const on of ['2023-11-14', '2023-11-15', '2024-01-10', '2024-03-01', '2024-06-01', '2024-12-31']) {
      const { overall, own } = await getSiteProgress(visitor, { ...clocks, on })
      expect(stepAt(steps.drawing.steps, on)?.tally ?? emptyTally()).toEqual(overall)
      const wanted = scoreOf(addTallies(overall, own))
      expect(stepAt(score.drawing.scores, on)?.score ?? scoreOf(emptyTally())).toEqual(wanted)
    }
  }
})

test('every chart is found for one summit and for all, with what it rests on', async () => {
  const { slug, ref } = await makeCommitment()
  const { commitmentId } = await makePublished()
  const clocks = clocksNow(new Date())
  for (const chart of chartNames) {
    expect(await getChart(visitor, clocks, asked(chart, { summit: slug }))).toMatchObject({
      drawing: { chart },
    })
    expect((await getChart(visitor, clocks, asked(chart))).drawing.chart).toBe(chart)
  }
  const { ref: other } = await db.commitment.findUniqueOrThrow({ where: { id: commitmentId } })
  const one = await getChart(visitor, clocks, asked('ribbons', { ref: other }))
  expect([one.total, one.sources]).toEqual([1, { updates: 1, articles: 1 }])
  await expect(getChart(visitor, clocks, asked('steps', { summit: 'nowhere' }))).rejects.toThrow(
    'no such summit',
  )
  await expect(getChart(visitor, clocks, asked('ribbons', { ref: 'NO-1' }))).rejects.toThrow(
    'no such commitment',
  )
  const early = { on: addDays('2023-11-15', -1), known: new Date('2020-01-01'), isNow: false }
  for (const chart of chartNames)
    expect((await getChart(visitor, early, asked(chart))).sources.updates).toBe(0)
  expect(ref).not.toBe(other)
})

test('a file stays the same, its address too, until something is published', async () => {
  const { commitmentId } = await makePublished()
  const file = async () => {
    const clocks = await settledClocks(visitor, clocksNow(new Date()))
    const found = await getChart(visitor, clocks, asked('parts'))
    return String(
      (await chartFile({ ...found, clocks, language: 'en', address: clocks.known.toISOString() }, 'svg'))
        ?.body,
    )
  }
  const before = await file()
  expect(await file()).toBe(before)
  await makePublished({ commitmentId, status: 'KEPT' })
  expect(await file()).not.toBe(before)
})
