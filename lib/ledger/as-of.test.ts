import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { type Viewer, visitor } from '#lib/auth/viewer.ts'
import { getChart } from '#lib/charts/read.ts'
import { chartNames } from '#lib/charts/rules.ts'
import { getBesideCommitment } from '#lib/commitments/beside.ts'
import { getMerges } from '#lib/commitments/merge.ts'
import { getCommitment, listCommitments } from '#lib/commitments/read.ts'
import { readCommitmentFilter as readFilters } from '#lib/commitments/rules.ts'
import { exportCommitments, filterCommitments, listFilterOptions } from '#lib/commitments/search.ts'
import { listWordings } from '#lib/commitments/wordings.ts'
import { listCorrections } from '#lib/corrections/read.ts'
import { db } from '#lib/database/client.ts'
import { type Clocks, clocksNow, dayOf } from '#lib/dates.ts'
import { getArticle } from '#lib/excerpts/read.ts'
import { LedgerKind } from '#lib/generated/prisma/enums.ts'
import { entriesAbout, getHead, listEntries } from '#lib/ledger/read.ts'
import { listChanges } from '#lib/progress/changes.ts'
import { getSiteProgress } from '#lib/progress/read.ts'
import { searchEverything } from '#lib/search/read.ts'
import { readSearch } from '#lib/search/rules.ts'
import { listStatements } from '#lib/statements/read.ts'
import { findLatestSummit, getSummit } from '#lib/summits/read.ts'
import { getHistory, listLatestUpdates } from '#lib/updates/public.ts'
import { act, oneOfEach, play } from '#testing/acts.ts'
import { makeCommitment, makeMember } from '#testing/make.ts'
import { owned } from '#testing/owner.ts'
import { RUNS } from '#testing/runs.ts'

vi.setConfig({ testTimeout: 240_000 * RUNS })

type There = Awaited<ReturnType<typeof whatIsThere>>

/** What has an address by now. */
async function whatIsThere() {
  const [commitments, summits, articles, areas] = [
    await db.commitment.findMany({ select: { id: true, ref: true }, orderBy: { ref: 'asc' } }),
    await db.summit.findMany({ select: { id: true, slug: true }, orderBy: { slug: 'asc' } }),
    await db.article.findMany({ select: { id: true, createdAt: true }, orderBy: { id: 'asc' } }),
    await db.area.findMany({ select: { slug: true }, orderBy: { slug: 'asc' } }),
  ]
  return { commitments, summits, articles, areas }
}

/** Everything that a reader can be told at two clocks, by what was asked. */
async function told(viewer: Viewer, clocks: Clocks, there: There): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {
    world: await getSiteProgress(viewer, clocks),
    changes: await listChanges(viewer, clocks),
    latest: await findLatestSummit(viewer, clocks),
    updates: await listLatestUpdates(viewer, clocks, { take: 50 }),
    corrections: await listCorrections(viewer, clocks, 1),
    options: await listFilterOptions(viewer, clocks),
    head: await getHead(viewer, clocks.known),
    entries: await listEntries(viewer, clocks.known, 1),
  }
  const ids = there.commitments.map(({ id }) => id)
  all.lines = await listCommitments(viewer, clocks, ids)
  all.said = [...(await listStatements(viewer, clocks, ids))]
  for (const { id, ref } of there.commitments)
    all[ref] = [
      await getCommitment(viewer, clocks, ref),
      await getHistory(viewer, clocks, id),
      await getMerges(viewer, clocks, id),
      await listWordings(viewer, clocks, id),
      await entriesAbout(viewer, clocks.known, id),
    ]
  // What a page asks by the reference, all at once, is what each question by the id is told.
  for (const { ref } of there.commitments) {
    const { history, merges, wordings, entries } = await getBesideCommitment(viewer, clocks, ref)
    const [found, ...byId] = all[ref] as unknown[]
    if (found) expect([history, merges, wordings, entries]).toEqual(byId)
  }
  for (const { slug } of there.summits)
    all[slug] = [
      await getSummit(viewer, clocks, slug),
      await listLatestUpdates(viewer, clocks, { summit: slug, take: 10 }),
    ]
  for (const { id, createdAt } of there.articles)
    if (createdAt <= clocks.known) all[id] = await getArticle(viewer, id, clocks)
  const summit = there.summits[0]?.slug ?? ''
  const area = there.areas[0]?.slug ?? ''
  const filters = [
    ...[{}, { summit }, { area }, { party: 'CN' }, { status: 'KEPT' }, { status: 'NONE' }],
    ...[{ sort: 'news' }, { sort: 'silence' }, { sort: 'made' }, { q: 'Harbour' }],
  ]
  for (const asked of filters) {
    const { search } = readFilters(asked, 'en')
    all[`list ${JSON.stringify(asked)}`] = [
      await filterCommitments(viewer, clocks, search),
      await exportCommitments(viewer, clocks, search),
    ]
  }
  for (const asked of [{}, { q: 'Harbour' }, { q: 'Harbuor' }, { area }, { party: 'US' }, { kind: 'SUMMIT' }])
    all[`search ${JSON.stringify(asked)}`] = await searchEverything(
      viewer,
      clocks,
      readSearch(asked, 'en').search,
    )
  for (const chart of chartNames)
    for (const given of [{}, { summit }]) {
      const { search } = readFilters(given, 'en')
      const asked = { chart, ref: '', search, today: '2026-12-31' }
      all[`${chart} ${JSON.stringify(given)}`] = await getChart(viewer, clocks, asked)
    }
  return all
}

const tables = async () => {
  const rows = await db.$queryRaw<{ row: string }[]>`
    SELECT c::text AS row FROM "CommitmentHistory" c UNION ALL SELECT s::text FROM "SummitHistory" s
    UNION ALL SELECT n::text FROM "NameHistory" n ORDER BY 1`
  return rows.map(({ row }) => row)
}

test('a page of the past says the same for ever, whatever is published, amended, renamed or merged after it', async () => {
  const { reviewer } = await makeCommitment()
  await makeCommitment()
  const viewers = [visitor, await makeMember('ANALYST')]
  const history = fc.array(act, { minLength: 5, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(history, history, fc.nat(99), async (before, after, which) => {
      await play(before, reviewer)
      const entries = await db.ledgerEntry.findMany({
        where: { at: { lt: new Date() } },
        orderBy: { seq: 'desc' },
        take: 20,
      })
      const [last, any] = [entries[0], entries[which % entries.length]]
      if (!last || !any) throw new Error('The ledger is empty.')
      const clocks = [
        { on: dayOf(new Date()), known: last.at, isNow: false },
        { on: '2024-06-01', known: new Date(any.at.getTime() - 1), isNow: false },
      ]
      const there = await whatIsThere()
      const ask = async () => {
        const answers = []
        for (const [at, each] of clocks.entries())
          answers.push(await told(viewers[at % 2] ?? visitor, each, there))
        return answers
      }
      const then = await ask()
      await play(after, reviewer)
      expect(await ask()).toEqual(then)
    }),
    { numRuns: 2 * RUNS, examples: [[oneOfEach, oneOfEach, 5]], endOnFailure: true },
  )
  const kinds = await db.ledgerEntry.findMany({ distinct: ['kind'], select: { kind: true } })
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(Object.values(LedgerKind).sort())
  const kept = await tables()
  await owned('SELECT past_afresh()')
  expect(await tables()).toEqual(kept)
})

test('the tables of now and what the ledger said of now are the same', async () => {
  const now = clocksNow(new Date(Date.now() + 1_000))
  const there = await whatIsThere()
  expect(await told(visitor, { ...now, isNow: false }, there)).toEqual(await told(visitor, now, there))
})
