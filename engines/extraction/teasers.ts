// Finds lists of teasers: several like parts side by side, each with a headline that leads to another page.

import { type Element, elementsOf, isElement, textOf } from '#engines/extraction/tree.ts'

const most = 700

/** The parts that tease other pages, and the lists that hold nothing else. */
export function teasersIn(root: Element, address: string | null): Set<Element> {
  const found = new Set<Element>()
  for (const element of elementsOf(root)) {
    if (/^(?:p|tr|tbody|thead|dl|pre|blockquote)$/.test(element.tag)) continue
    const parts = element.children.filter(isElement).filter((each) => !/^h[1-6]$/.test(each.tag))
    if (parts.length < 3) continue
    for (const group of Map.groupBy(parts, kindOf).values()) {
      const teasers = group.length < 3 ? [] : group.filter((each) => isTeaser(each, address))
      if (teasers.length >= 3 && teasers.length >= group.length * 0.75)
        for (const each of group) found.add(each)
    }
  }
  return found
}

const kindOf = ({ tag, attributes }: Element): string => `${tag} ${(attributes.class ?? '').split(/\s+/)[0]}`

function isTeaser(element: Element, address: string | null): boolean {
  if (textOf(element, most).length > most) return false
  if (element.tag === 'a')
    return leadsAway(element, address) && [...elementsOf(element)].some((each) => isHead(each))
  for (const each of elementsOf(element)) {
    if (isHead(each) && [...elementsOf(each)].some((link) => leadsAway(link, address))) return true
    if (leadsAway(each, address) && [...elementsOf(each)].some(isHead)) return true
  }
  return false
}

const isHead = (element: Element): boolean => /^h[2-6]$/.test(element.tag) && textOf(element, 40).length > 12

/** To another page of the same site: an article links to its sources, teasers to their neighbours. */
function leadsAway({ tag, attributes }: Element, address: string | null): boolean {
  if (tag !== 'a' || !attributes.href || attributes.href.startsWith('#')) return false
  const here = address ? URL.parse(address) : null
  const there = URL.parse(attributes.href, address ?? 'https://invalid.invalid')
  if (!there || !/^https?:$/.test(there.protocol)) return false
  if (!here) return !/^https?:/.test(attributes.href)
  return site(there) === site(here) && there.pathname !== here.pathname
}

const site = (url: URL): string => url.hostname.split('.').slice(-2).join('.')
