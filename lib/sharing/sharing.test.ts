import { expect, test } from 'vitest'
import type { Viewer } from '#lib/auth/viewer.ts'
import { citeSummit } from '#lib/citations/read.ts'
import { citationFormats } from '#lib/citations/rules.ts'
import { historyColumns, historyRows, presentHistory } from '#lib/commitments/present.ts'
import { getCommitment } from '#lib/commitments/read.ts'
import { clocksNow } from '#lib/dates.ts'
import { cardOfCommitment, cardOfSite, cardOfSummit } from '#lib/sharing/cards.ts'
import { ldOfCommitment, ldOfSite } from '#lib/sharing/json-ld.ts'
import { findExcerptPath, findUpdatePath } from '#lib/sharing/read.ts'
import { countParts, listAddresses, sitemapPart } from '#lib/sharing/sitemap.ts'
import { getHistory } from '#lib/updates/public.ts'
import { sitemapRoutes } from '#server/public-routes.ts'
import { makeDraft, makePublished } from '#testing/make.ts'

const visitor: Viewer = { kind: 'visitor' }
const now = () => clocksNow(new Date(Date.now() + 1_000))

test('a visitor finds a published update and an excerpt by their ids, and never a draft', async () => {
  const { id, ref, articleId, excerptId, commitmentId } = await makePublished()
  const draft = await makeDraft({ commitmentId })
  expect(await findUpdatePath(visitor, id)).toBe(`/commitments/${ref}#update-${id}`)
  expect(await findExcerptPath(visitor, excerptId)).toBe(`/articles/${articleId}#excerpt-${excerptId}`)
  for (const each of [draft.id, 'nothing', 'a\0b', '../x'])
    expect(await findUpdatePath(visitor, each)).toBeNull()
})

test('a commitment is taken along whole: as JSON, as rows, and for machines', async () => {
  const { ref, id, claim, excerptId } = await makePublished({ status: 'KEPT' })
  const clocks = now()
  const found = await getCommitment(visitor, clocks, ref)
  const history = await getHistory(visitor, clocks, found.id)
  expect(presentHistory(found, history, clocks).updates).toMatchObject([
    { id, status: 'KEPT', evidence: [{ grade: 'verified quote', excerpt: { id: excerptId } }] },
  ])
  const [row = []] = historyRows(found, history)
  expect(row).toHaveLength(historyColumns.length)
  expect(Object.fromEntries(historyColumns.map((name, at) => [name, row[at]]))).toMatchObject({
    ...{ ref, update: id, status: 'KEPT', headline_en: claim.headline.en, bearing: 'SUPPORTS' },
    ...{ grade: 'verified quote', excerpt: excerptId },
  })
  const href = (path: string) => `/zh${path}`
  const ld = ldOfCommitment(found, history, { language: 'zh', clocks, said: '句。', href })
  expect(JSON.parse(JSON.stringify(ld))).toMatchObject({
    ...{ '@context': 'https://schema.org', '@type': 'Report', identifier: ref, inLanguage: 'zh-Hans' },
    url: `http://localhost:3000/zh/commitments/${ref}`,
    citation: [{ '@type': 'CreativeWork', inLanguage: 'en' }],
  })
  expect(ldOfSite('en').potentialAction.target.urlTemplate).toContain('/en/search?q={words}')
})

test('pictures say what their pages say, and a summit is cited in the reader’s language', async () => {
  const { ref } = await makePublished({ status: 'BROKEN' })
  const clocks = now()
  const { summit } = await getCommitment(visitor, clocks, ref)
  expect(await cardOfCommitment(visitor, clocks, 'zh', ref)).toMatchObject({
    status: { status: 'BROKEN', word: '违背' },
  })
  expect((await cardOfSummit(visitor, clocks, 'en', summit.slug)).said).toBe('Of 1 commitment, 1 is broken.')
  expect((await cardOfSite(visitor, clocks, 'en')).said).toMatch(/^Of \d+ commitments?, /)
  await expect(cardOfCommitment(visitor, clocks, 'en', 'NOWHERE-1')).rejects.toThrow('no such commitment')
  const cited = await citeSummit(visitor, clocks, summit.slug, 'zh')
  expect(cited.title).toContain('各项承诺及其兑现情况，截至')
  expect(cited.address).toContain(`/summits/${summit.slug}?on=${clocks.on}&known=`)
  expect(JSON.parse(citationFormats.csl.write(cited))[0]).toMatchObject({ type: 'webpage', language: 'zh' })
})

test('the sitemap names every public page once in each language, with the other beside it', async () => {
  const { ref, articleId } = await makePublished()
  expect(await countParts(visitor)).toBe(1)
  const addresses = await listAddresses(visitor, 1, sitemapRoutes)
  const map = sitemapPart('https://tracker.example', addresses)
  const { summit } = await getCommitment(visitor, now(), ref)
  const known = { ref, id: articleId, slug: summit.slug, chart: 'ribbons' } as Record<string, string>
  expect(sitemapRoutes.length).toBeGreaterThan(15)
  for (const { path } of sitemapRoutes)
    for (const language of ['en', 'zh']) {
      const address = `/${language}${path.replace(/\[(\w+)\]/, (_, name) => known[name] ?? '')}`
      const times = map.split(`<loc>https://tracker.example${address}</loc>`).length - 1
      expect([address, times]).toEqual([address, 1])
    }
  expect(new Set(addresses.map(({ path }) => path)).size).toBe(addresses.length)
  expect(map).toContain(`hreflang="x-default" href="https://tracker.example/commitments/${ref}"`)
  expect(await listAddresses(visitor, 2, sitemapRoutes)).toEqual([])
})
