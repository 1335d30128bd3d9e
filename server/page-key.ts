// The cache key of a public page: its address with the parameters it knows, each once and in one order.

import { isDay } from '#lib/dates.ts'
import { inLanguage, type PublicRoute, withoutLanguage } from './public-routes.ts'

export type PageKey = {
  /** As the page is drawn and kept: only what it can be asked, each once, in one order. */
  url: string
  /** Whether nothing is asked: there are only so many of these, and they have room of their own. */
  isPlain: boolean
  /** What its answer changes with; null where it is not kept. */
  by: PublicRoute['by']
}

const nameOfOne = '[\\w-]{1,80}'
const patternOf = (path: string) =>
  new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\[\w+\]/g, nameOfOne)}$`)
const routes = inLanguage.map((route) => ({ ...route, pattern: patternOf(route.path) }))
const files = withoutLanguage.map(patternOf)
const ofLanguage = /^\/(en|zh)(?=\/|$)/

/**
 * The public page at an address as a request gives it; null for anything that is not one. A page that is not listed is
 * drawn with all that it is asked, and not kept.
 */
export function pageKey(url: string, now: number): PageKey | null {
  const cut = url.indexOf('?')
  const path = cut < 0 ? url : url.slice(0, cut)
  const language = ofLanguage.exec(path)?.[0]
  if (!language) return null
  const route = routes.find((each) => each.pattern.test(path.slice(language.length)))
  if (!route) return { url, isPlain: false, by: null }
  const given = new URLSearchParams(cut < 0 ? '' : url.slice(cut + 1))
  const asked = new URLSearchParams()
  for (const each of route.asked) {
    const value = given.get(each)
    if (value) asked.set(each, value)
  }
  const query = asked.toString()
  const known = asked.get('known')
  return {
    url: query ? `${path}?${query}` : path,
    isPlain: query === '',
    by: known !== null && !isPast(known, now) ? null : route.by,
  }
}

// What is known at an instant to come is what is known now, and the page names that instant.
function isPast(known: string, now: number): boolean {
  return Date.parse(isDay(known) ? `${known}T23:59:59.999Z` : known) <= now
}

/** Whether this path is a public file that is the same in every language. */
export const isWithoutLanguage = (path: string): boolean => files.some((each) => each.test(path))
