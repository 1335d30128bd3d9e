// Finds the part of a page that holds the article.

import { isBodyNamed } from '#lib/articles/hints.ts'
import type { Measures } from '#lib/articles/measure.ts'
import { type Element, elementsOf } from '#lib/articles/tree.ts'

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

export function mainPart(root: Element, measures: Measures): Element {
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
