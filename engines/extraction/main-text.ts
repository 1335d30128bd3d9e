// Main content extraction (Readability): finds the part of a page that holds the article.

import { isBodyNamed } from '#engines/extraction/class-hints.ts'
import { comparable } from '#engines/extraction/comparable.ts'
import type { Measures } from '#engines/extraction/measure.ts'
import { type Element, elementsOf, textOf } from '#engines/extraction/tree.ts'

/** How much more outside text it takes to prefer what lies around a part that says it is the article. */
function trust(element: Element): number {
  const { itemprop, role } = element.attributes
  if (itemprop === 'articleBody') return 1.35
  if (element.tag === 'body' || element.tag === '#document' || element.tag === 'html') return 0.9
  if (isBodyNamed(element)) return 1.3
  if (element.tag === 'article') return 1.2
  if (element.tag === 'main' || role === 'main') return 1.05
  return 1
}

/** The part of the page that holds the article with this headline. */
export function mainPart(root: Element, measures: Measures, title: string | null): Element {
  const best = widened(bestPart(root, measures), measures)
  return ownPost(best, measures, title) ?? best
}

/** With what lies beside it in the same wrapping, when that is almost all prose: articles come in several pieces. */
function widened(best: Element, measures: Measures): Element {
  let wide = best
  for (let around = best.parent; around && around.tag !== 'body'; around = around.parent) {
    const [inner, outer] = [measures.get(wide), measures.get(around)]
    if (!inner || !outer) return wide
    const [text, worth] = [outer.text - inner.text, outer.worth - inner.worth]
    if (text > 80 && worth > text * 0.55) wide = around
  }
  return wide
}

/** Where several posts stand on one page: the one that holds the headline. */
function ownPost(best: Element, measures: Measures, title: string | null): Element | null {
  const own = comparable(title ?? '')
  const posts = [...elementsOf(best)].filter(
    (each) => each.tag === 'article' && (measures.get(each)?.prose ?? 0) > 150,
  )
  if (own === '' || posts.length < 2) return null
  const holds = (post: Element) =>
    [...elementsOf(post)].some((each) => /^h[1-3]$/.test(each.tag) && comparable(textOf(each, 500)) === own)
  const found = posts.findLast(holds)
  const isApart = (post: Element) =>
    post !== found && found !== undefined && !isWithin(post, found) && !isWithin(found, post)
  return found && posts.some(isApart) ? found : null
}

function isWithin(inner: Element, outer: Element): boolean {
  for (let each: Element | null = inner; each; each = each.parent) if (each === outer) return true
  return false
}

function bestPart(root: Element, measures: Measures): Element {
  let best = root
  let most = Number.NEGATIVE_INFINITY
  for (const element of elementsOf(root)) {
    const found = measures.get(element)
    if (!found) continue
    const score = found.worth * (found.worth > 0 ? trust(element) : 1)
    // Of two with the same worth the inner one: it holds less that is worth nothing.
    if (score >= most && found.text > 0) {
      best = element
      most = score
    }
  }
  return best
}
