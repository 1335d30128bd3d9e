// What Lighthouse says of every kind of public page in every language: `npm run test:lighthouse`.

import { chromium } from '@playwright/test'
import lighthouse, { type Result } from 'lighthouse'
import { visitor } from '#lib/auth/viewer.ts'
import { languages } from '#lib/languages.ts'
import { listAddresses } from '#lib/sharing/sitemap.ts'
import { sitemapRoutes } from '#server/public-routes.ts'
import { freePort } from './postgres.ts'

const { BASE_URL, CHROMIUM_PATH } = process.env
// Where the machine is busy the first of them tells more of that than of the page: it may fall, but not so low.
const least = { performance: 90 } as Record<string, number>
const categories = ['performance', 'accessibility', 'best-practices', 'seo']

/** One of each kind of page that searchers are to find. */
async function paths(): Promise<string[]> {
  const found = (await listAddresses(visitor, 1, sitemapRoutes)).map(({ path }) => path)
  const kinds = Map.groupBy(found, (path) => path.replace(/^(\/\w+\/)[^/]+/, '$1'))
  return [...[...kinds].map(([, [first = '']]) => first), '/search?q=fentanyl']
}

/** What keeps a category from 100, by the titles of its audits. */
function missing({ audits, categories }: Result, id: string): string[] {
  const refs = categories[id]?.auditRefs ?? []
  return refs.flatMap(({ id, weight }) => {
    const audit = audits[id]
    return audit && weight > 0 && audit.score !== null && audit.score < 1
      ? [`${audit.id}: ${audit.title}`]
      : []
  })
}

const port = await freePort()
const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const browser = await chromium.launch({
  ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
  args: [`--remote-debugging-port=${port}`, '--disable-background-networking', ...root],
})
let isGood = true
for (const path of await paths())
  for (const language of languages) {
    const url = `${BASE_URL}/${language}${path}`
    const run = await lighthouse(url, { port, onlyCategories: categories, logLevel: 'error' })
    if (!run) throw new Error(`Lighthouse says nothing of ${url}.`)
    const scores = categories.map((id) => Math.round((run.lhr.categories[id]?.score ?? 0) * 100))
    console.log(`  ${scores.map((score) => String(score).padStart(4)).join('')}  /${language}${path}`)
    for (const [at, id] of categories.entries()) {
      if (scores[at] === 100) continue
      isGood &&= (scores[at] ?? 0) >= (least[id] ?? 100)
      for (const each of missing(run.lhr, id)) console.log(`        ${id}: ${each}`)
    }
  }
await browser.close()
process.exit(isGood ? 0 : 1)
