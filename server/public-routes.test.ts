import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chartNames } from '#lib/charts/rules.ts'
import { languages } from '#lib/languages.ts'
import { addressesPerPart } from '#lib/sharing/sitemap.ts'
import { localeRedirect } from './locale-redirect.ts'
import { pageKey } from './page-key.ts'
import { inLanguage, publicFiles, publicPages, sitemapRoutes, withoutLanguage } from './public-routes.ts'

const inside = 'app/(public)'
// In place of whatever is not there.
const nowhere = '/[language]/[...nowhere]'

/** The addresses of the folders of app/(public) that hold a file of this name. */
function folders(file: string): string[] {
  return globSync(`${inside}/**/${file}`)
    .map((path) => path.slice(inside.length, -`/${file}`.length))
    .filter((path) => path !== nowhere)
    .sort()
}
const listed = (routes: readonly { path: string }[]) => routes.map(({ path }) => `/[language]${path}`)

test('the list has every page and every file of app/(public), and nothing else', () => {
  expect(folders('page.tsx')).toEqual(listed(publicPages).sort())
  expect(folders('route.ts')).toEqual([...listed(publicFiles), ...withoutLanguage].sort())
})

test('every listed address has its key and leads to a language, and nothing made up reaches it', () => {
  for (const { path } of inLanguage) {
    const address = path.replaceAll(/\[\w+\]/g, 'X-1')
    expect([path, pageKey(`/en${address}?made-up=1`, 0)?.url]).toEqual([path, `/en${address}`])
    expect([path, localeRedirect({ url: address || '/', headers: {} })]).toEqual([path, `/en${address}`])
  }
  for (const path of withoutLanguage) {
    expect([path, pageKey(path, 0)]).toEqual([path, null])
    expect([path, localeRedirect({ url: path, headers: {} })]).toEqual([path, undefined])
  }
})

test('no part of the sitemap holds more addresses than it may', () => {
  const kinds = Map.groupBy(sitemapRoutes, ({ each }): string => each)
  const most = Math.max(...['summit', 'commitment', 'article'].map((kind) => kinds.get(kind)?.length ?? 0))
  const fixed = (kinds.get('site')?.length ?? 0) + chartNames.length
  expect((addressesPerPart * most + fixed) * languages.length).toBeLessThanOrEqual(50_000)
})
