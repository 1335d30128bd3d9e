import { expect, test } from 'vitest'
import { visitor } from '#lib/auth/viewer.ts'
import { getCommitment } from '#lib/commitments/read.ts'
import { readCommitmentFilter } from '#lib/commitments/rules.ts'
import { filterCommitments } from '#lib/commitments/search.ts'
import { clocksNow } from '#lib/dates.ts'
import { entriesAbout, getHead, listEntries } from '#lib/ledger/read.ts'
import { getSiteProgress } from '#lib/progress/read.ts'
import { getSummit } from '#lib/summits/read.ts'
import { makeCommitment, makeMember, makePublished } from '#testing/make.ts'

test('visitors and members see the same commitment, summit and tallies', async () => {
  const made = await makeCommitment({ reviewEveryDays: 10 })
  for (const viewer of [visitor, await makeMember('ANALYST')]) {
    const clocks = clocksNow(new Date())
    const commitment = await getCommitment(viewer, clocks, made.ref)
    expect(commitment).toMatchObject({
      ref: made.ref,
      updates: [],
      isRecorded: true,
      before: null,
      after: null,
    })
    expect(commitment.parties.map(({ code }) => code)).toEqual(['US', 'CN'])
    const summit = await getSummit(viewer, clocks, made.slug)
    expect(summit.lines.map(({ ref }) => ref)).toEqual([made.ref])
    const world = await getSiteProgress(viewer, clocks)
    expect([world.overall.total, world.overall.none, world.own.none]).toEqual([1, 1, 2])
    expect([world.stale.total, world.stale.longest[0]?.ref]).toEqual([1, made.ref])
  }
})

test('a publication is in the very next answer', async () => {
  const count = async () => (await getSiteProgress(visitor, clocksNow(new Date()))).overall.counts.UNDER_WAY
  const before = await count()
  await makePublished({ status: 'UNDER_WAY' })
  expect(await count()).toBe(before + 1)
})

test('before it was recorded, or promised, nothing is counted', async () => {
  const made = await makeCommitment()
  const now = new Date()
  const unknown = { on: '2024-01-01', known: new Date('2024-01-01'), isNow: false }
  expect((await getSiteProgress(visitor, unknown)).overall.total).toBe(0)
  expect((await getCommitment(visitor, unknown, made.ref)).isRecorded).toBe(false)
  const earlier = { on: '2023-11-14', known: now, isNow: false }
  expect((await getSummit(visitor, earlier, made.slug)).lines).toEqual([])
})

test('a search finds by each of its filters, and by none that does not match', async () => {
  const made = await makeCommitment()
  const clocks = clocksNow(new Date())
  const refs = async (asked: Record<string, string>) =>
    (await filterCommitments(visitor, clocks, readCommitmentFilter(asked, 'en').search)).lines.map(
      ({ ref }) => ref,
    )
  const own = { summit: made.slug }
  for (const asked of [
    { area: made.areaSlug },
    { party: 'CN' },
    { status: 'NONE' },
    { q: made.ref },
    { sort: 'silence' },
  ])
    expect(await refs({ ...own, ...asked })).toEqual([made.ref])
  for (const asked of [
    { area: 'no' },
    { party: 'XX' },
    { status: 'KEPT' },
    { q: '%' },
    { q: '_\\' },
    { page: '2' },
  ])
    expect(await refs({ ...own, ...asked })).toEqual([])
})

test('what an address cannot mean is named, and left out', () => {
  const asked = { status: 'GREAT', sort: 'up', page: '-1', q: 'x'.repeat(201), summit: "' OR 1=1" }
  const { search, faults } = readCommitmentFilter(asked, 'en')
  expect(faults).toHaveLength(5)
  expect(search).toMatchObject({ status: '', sort: 'ref', page: 1, text: '', summit: '' })
})

test('what nobody recorded is not found', async () => {
  const clocks = clocksNow(new Date())
  await expect(getCommitment(visitor, clocks, 'NO-1')).rejects.toThrow('no such commitment')
  await expect(getCommitment(visitor, clocks, '\0')).rejects.toThrow('no such commitment')
  await expect(getSummit(visitor, clocks, 'no\0')).rejects.toThrow('no such summit')
})

test('the ledger lists what stood at an instant, newest first', async () => {
  const made = await makeCommitment()
  const { head } = await getHead(visitor)
  if (!head) throw new Error('The ledger is empty.')
  const { entries, total } = await listEntries(visitor, head.at, 1)
  expect([entries[0]?.seq, total, entries[0]?.ref]).toEqual([head.seq, head.seq, made.ref])
  expect((await listEntries(visitor, new Date(head.at.getTime() - 1), 1)).total).toBe(head.seq - 1)
  expect((await entriesAbout(visitor, head.at, made.commitmentId)).map(({ kind }) => kind)).toEqual([
    'COMMITMENT_RECORDED',
  ])
})
