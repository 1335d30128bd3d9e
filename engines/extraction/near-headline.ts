// The short texts around the headline of a page, where datelines and bylines stand.

import { namesOf } from '#engines/extraction/class-hints.ts'
import { comparable } from '#engines/extraction/comparable.ts'
import { type Element, elementsOf, textOf } from '#engines/extraction/tree.ts'

export type ShortText = {
  element: Element
  text: string
  names: string
  /** Elements from the headline; negative above it. */
  away: number
}

const above = 45
const below = 90

export function shortTextsNearHeadline(root: Element, title: string | null): ShortText[] {
  const all = [...elementsOf(root)].filter((each) => each.tag !== 'meta' && each.tag !== 'link')
  const at = headAt(all, title)
  return at < 0 ? [] : shortsIn(all.slice(Math.max(0, at - above), at + below), Math.min(at, above))
}

/** The short texts of the whole page, as far from the headline as they stand from its beginning. */
export const shortTextsOfPage = (root: Element): ShortText[] => shortsIn([...elementsOf(root)], 0)

function shortsIn(elements: Element[], head: number): ShortText[] {
  const shorts: ShortText[] = []
  for (const [place, element] of elements.entries()) {
    if (/^(?:title|head|html|body)$/.test(element.tag) || isBeside(element)) continue
    const text = textOf(element, 200)
    if (text && text.length < 160) shorts.push({ element, text, names: namesOf(element), away: place - head })
  }
  return shorts
}

function headAt(all: Element[], title: string | null): number {
  const own = comparable(title ?? '')
  const isHead = (each: Element) => /^h[1-3]$/.test(each.tag)
  const exact = own ? all.findIndex((each) => isHead(each) && comparable(textOf(each, 500)) === own) : -1
  if (exact >= 0) return exact
  const first = all.findIndex((each) => each.tag === 'h1')
  const isTitled = (each: Element) => each.tag !== 'title' && comparable(textOf(each, 500)) === own
  return first >= 0 || own === '' ? first : all.findLastIndex(isTitled)
}

function isBeside(element: Element): boolean {
  for (let each: Element | null = element; each; each = each.parent)
    if (
      /^(?:nav|figcaption)$/.test(each.tag) ||
      (/\b(?:comments?|related|breadcrumbs?|teaser)\b/.test(namesOf(each)) &&
        !/^(?:html|body|main|article)$/.test(each.tag))
    )
      return true
  return false
}
