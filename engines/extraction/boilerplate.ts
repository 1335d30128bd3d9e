// Boilerplate removal: decides which parts inside the article do not belong to it.

import {
  isBesideNamed,
  isDoubtfullyNamed,
  isHidden,
  isJunkTag,
  namesOf,
} from '#engines/extraction/class-hints.ts'
import type { Measures } from '#engines/extraction/measure.ts'
import { type Element, elementsOf, isElement } from '#engines/extraction/tree.ts'

/** A list of the headings of its own page. */
function isContents(list: Element): boolean {
  const links = [...elementsOf(list)].filter(({ tag }) => tag === 'a')
  return (
    links.filter(({ attributes }) => /^#|^[^#]*#[\w-]+$/.test(attributes.href ?? '#')).length >
    links.length / 2
  )
}

// Listings of programs are no sentences to quote.
const isListing = (element: Element): boolean =>
  element.tag === 'pre' &&
  (element.children.some((each) => isElement(each) && each.tag === 'code') ||
    /\b(?:code|highlight|lang|language|prism|hljs)\b/.test(namesOf(element)))

/** The parts of `main` to leave out. */
export function leftOut(main: Element, measures: Measures, teasers: Set<Element>): Set<Element> {
  const left = new Set<Element>()
  const whole = Math.max(1, measures.get(main)?.prose ?? 1)
  walk(main)
  return left

  function walk(element: Element): void {
    for (const child of element.children) {
      if (!isElement(child)) continue
      if (isOut(child)) left.add(child)
      else walk(child)
    }
  }

  function isOut(element: Element): boolean {
    const found = measures.get(element)
    if (!found) return false
    const share = found.prose / whole
    if (teasers.has(element) || isListing(element)) return true
    if (isHidden(element) && share < 0.5) return true
    if (isJunkTag(element)) return share < 0.85
    if (isBesideNamed(element) && share < 0.35) return true
    const density = found.links / Math.max(1, found.text)
    if (isDoubtfullyNamed(element) && (found.prose < 150 || density > 0.4)) return true
    if (/^[uo]l$/.test(element.tag) && density > 0.7) return isContents(element)
    if (/^(?:div|section|table|dl)$/.test(element.tag) && density > 0.7 && found.prose === 0) return true
    return false
  }
}
