import { describe, expect, test } from 'vitest'
import { all, byPath, code, inside, offences } from '#testing/architecture/code.ts'
import { reachable, type Source } from '#testing/sources.ts'

const nouns = [
  'areas',
  'parties',
  'articles',
  'captures',
  'excerpts',
  'live-checks',
  'proposals',
  'updates',
  'commitments',
  'reports',
  'summits',
  'review',
  'imports',
  'progress',
  'charts',
  'search',
]

describe('layers', () => {
  test('lib knows nothing of React, Next, components or app', () => {
    const foreign = /^(react|next|app|components)(\/|$)/
    expect(offences(inside('lib'), (each) => each.imports.some((to) => foreign.test(to.path)))).toEqual([])
  })

  test('engines are libraries: they know nothing of lib, nor of any other part of this product', () => {
    const foreign = /^(lib|components|app|server|worker|prisma|bin)\//
    const engines = all.filter((each) => each.path.startsWith('engines/'))
    expect(engines.length).toBeGreaterThan(50)
    expect(offences(engines, (each) => each.imports.some((to) => foreign.test(to.path)))).toEqual([])
  })

  test('components take from lib what is pure, and nothing from app', () => {
    const pure =
      /^(lib\/([\w-]+\/(rules|ribbon|steps|axis|path)|commitments\/record|messages\/translate|languages|dates|forms\/state)|engines\/(anchoring|text)\/[\w-]+)\.ts$/
    const isWrong = (to: { path: string; isType: boolean }) =>
      to.path.startsWith('app/') || (/^(lib|engines)\//.test(to.path) && !to.isType && !pure.test(to.path))
    expect(offences(inside('components'), (each) => each.imports.some(isWrong))).toEqual([])
  })

  test('between nouns, code imports go left only on the path', () => {
    const rank = (path: string) => nouns.indexOf(/^lib\/([\w-]+)\//.exec(path)?.[1] ?? '')
    const isWrong = (from: Source) => {
      const own = rank(from.path)
      return own >= 0 && from.imports.some((to) => !to.isType && rank(to.path) > own)
    }
    expect(offences(inside('lib'), isWrong)).toEqual([])
  })

  test('every noun of the path has its folder', () => {
    for (const noun of nouns) expect([noun, inside(`lib/${noun}`).length > 0]).toEqual([noun, true])
  })

  test('lib has no circle between folders', () => {
    // A file at the top of lib counts as a folder of its own.
    const folder = (path: string) => /^lib\/([^/]+)/.exec(path)?.[1]
    const leads = new Map<string, Set<string>>()
    for (const { path, imports } of inside('lib'))
      for (const to of imports) {
        const [from = '', into] = [folder(path), folder(to.path)]
        if (into && into !== from && !to.isType) leads.set(from, (leads.get(from) ?? new Set()).add(into))
      }
    const reached = (start: string) => {
      const seen = new Set(leads.get(start))
      for (const each of seen) for (const next of leads.get(each) ?? []) seen.add(next)
      return seen
    }
    expect(leads.size).toBeGreaterThan(20)
    expect([...leads.keys()].filter((each) => reached(each).has(each))).toEqual([])
  })

  test('rules are pure: no database, no clock of their own', () => {
    const impure = (each: Source) =>
      /\bnew Date\(\)|Date\.now\(\)|Math\.random/.test(each.text) ||
      each.imports.some((to) => to.path === 'lib/database/client.ts')
    expect(
      offences(
        code.filter((each) => /\/(rules|anchor)\.ts$/.test(each.path)),
        impure,
      ),
    ).toEqual([])
  })

  test('rows of raw SQL have a schema, which tests check them by', () => {
    const offends = (each: Source) => each.text.includes('$queryRaw<')
    expect(offences(code, offends)).toEqual(['lib/database/rows.ts'])
  })

  test('public pages lead to no file that runs in the browser', () => {
    const pages = inside('app/(public)').filter((each) => /\/(page|layout)\.tsx$/.test(each.path))
    expect(pages.length).toBeGreaterThan(0)
    for (const page of pages) {
      const client = reachable(page.path, byPath).filter((path) =>
        /^['"]use client['"]/.test(byPath.get(path)?.text ?? ''),
      )
      expect([page.path, client]).toEqual([page.path, []])
    }
  })
})
