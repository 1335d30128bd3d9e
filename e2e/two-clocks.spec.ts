// The whole public site as a reader without scripts walks it, with both clocks set.

import type { APIRequestContext } from '@playwright/test'
import { type Read, read } from '#e2e/crawl.ts'
import { expect, test } from '#e2e/fixtures.ts'
import { withdrawUpdate } from '#lib/updates/write.ts'
import { publicPages } from '#server/public-routes.ts'
import { makePublished } from '#testing/make.ts'
import { RUNS } from '#testing/runs.ts'

const back = { en: 'Show it as of now', zh: '回到现在' }
const files = /^\/(ledger\/(download|checkpoint)$|excerpts\/|desk|sign-in$|_next\/)/
const base = process.env.BASE_URL ?? ''

type Language = keyof typeof back
type Clocks = { on: string; known: string }

/** An address whatever the order of what it asks. */
function settled(address: string): string {
  const url = new URL(address, base)
  url.searchParams.sort()
  return url.href
}

/** What is wrong with a page and its links; those that lead on are given to `lead`. */
function faultsOf(url: string, page: Read, language: Language, clocks: Clocks, lead: (url: string) => void) {
  const faults: string[] = []
  const other = language === 'en' ? 'zh' : 'en'
  if (page.language !== { en: 'en', zh: 'zh-Hans' }[language]) faults.push(`is in ${page.language}`)
  const isAt = (address: string | undefined, wanted: string) => settled(address ?? '') === settled(wanted)
  if (!isAt(page.canonical, url)) faults.push(`calls itself ${page.canonical}`)
  if (!isAt(page.alternates[language], url) || !isAt(page.alternates[other], url.replace(language, other)))
    faults.push(`names as its languages ${JSON.stringify(page.alternates)}`)
  faults.push(...page.strays.map((text) => `says in the wrong language: ${text.slice(0, 80)}`))
  for (const { href, text } of page.links) {
    if (!href.startsWith('/') || files.test(href)) continue
    const { pathname, searchParams, search } = new URL(href, base)
    if (text.trim() === back[language]) continue
    if (!/^\/(en|zh)(\/|$)/.test(pathname)) faults.push(`leads to ${href}, in no language`)
    else if (searchParams.get('known') !== clocks.known || !searchParams.get('on'))
      faults.push(`loses the clocks on the way to ${href}`)
    else if (pathname.startsWith(`/${language}`) && searchParams.get('on') === clocks.on)
      lead(pathname + search)
  }
  for (const { action, values } of page.forms)
    if (values.on !== clocks.on || values.known === undefined || !clocks.known.startsWith(values.known))
      faults.push(`its form to ${action} sends ${JSON.stringify(values)}`)
  return faults.map((fault) => `${url.replace(/[?&](on|known)=[^&]*/g, '')} ${fault}`)
}

/** Which sort of address it is: what names one thing is left out, and what is asked for counts only by its name. */
function sortOf(url: string): string {
  const { pathname, searchParams } = new URL(url, base)
  const path = pathname.replace(/(articles|charts|commitments|summits)\/[^/]+/, '$1/*')
  // A picture takes a second to paint and leads nowhere: one is enough, whatever it was asked by.
  if (path.endsWith('/png')) return path
  return `${path} ${[...searchParams.keys()].sort()}`
}

// Of each sort so many are visited, two filters deep: a hundred commitments lead nowhere that two do not.
const most = RUNS > 1 ? 2 : 1
const deepest = 4

async function walk(request: APIRequestContext, language: Language, clocks: Clocks) {
  const wanted = [`/${language}?${new URLSearchParams(clocks)}`]
  const seen = new Set(wanted)
  const faults: string[] = []
  const visited = new Map<string, number>()
  const lead = (url: string) => {
    const sort = sortOf(url)
    const times = visited.get(sort) ?? 0
    if (seen.has(url) || times >= most || sort.split(',').length > deepest) return
    visited.set(sort, times + 1)
    seen.add(url)
    wanted.push(url)
  }
  for (let url = wanted.shift(); url; url = wanted.shift()) {
    const answer = await request.get(url, { maxRedirects: 0 })
    if (answer.status() !== 200) faults.push(`${url} is answered ${answer.status()}`)
    const isPage = answer.headers()['content-type']?.startsWith('text/html')
    if (isPage) faults.push(...faultsOf(url, read(await answer.text()), language, clocks, lead))
  }
  return { faults, walked: [...seen].map((url) => sortOf(url).split(' ')[0]) }
}

for (const language of ['en', 'zh'] as const)
  test(`every link of the public site in ${language} keeps both clocks, and none is dead`, async ({
    request,
  }) => {
    test.setTimeout(180_000) // some hundred pages, and pictures of charts among them
    const wrong = await makePublished({ occurred: '2024-03-01' })
    await withdrawUpdate(wrong.reviewer, { id: wrong.id, reason: 'It was another meeting.' })
    await makePublished({ occurred: '2024-02-01' })
    const clocks = { on: '2025-06-01', known: new Date().toISOString() }
    const { faults, walked } = await walk(request, language, clocks)
    expect(faults).toEqual([])
    const places = [...publicPages.map(({ path }) => path), '/articles/[id]/cite/[format]']
    // Only who has sent a report is led to where it is thanked for.
    for (const place of places.filter((path) => !path.endsWith('/sent')))
      expect(walked).toContain(`/${language}${place.replace('[format]', 'ris').replace(/\[\w+\]/, '*')}`)
  })

test('what is not there, or cannot be understood, keeps the clocks as far as they can be read', async ({
  request,
}) => {
  const clocks = { on: '2025-06-01', known: new Date().toISOString() }
  const query = new URLSearchParams(clocks).toString()
  const linksFrom = async (url: string) =>
    read(await (await request.get(url)).text()).links.filter(({ href }) => /^\/(en|zh)\b/.test(href))
  for (const path of ['/en/nowhere', '/zh/commitments/NO-1', '/en/articles/nothing', '/zh/summits/none'])
    for (const { href, text } of await linksFrom(`${path}?${query}`))
      if (!Object.values(back).includes(text))
        expect([path, href]).toEqual([path, expect.stringContaining(query)])
  // The other language says the same of it; whatever else the page leads to is rid of it.
  for (const { href, text } of await linksFrom('/en/commitments?on=2024-02-30'))
    if (text !== '中文') expect(href).not.toContain('on=')
})
