// Text density and link density: how much text a part of a page holds, and how far it reads like an article.

import { isBesideNamed, isHidden, isJunkTag } from '#engines/extraction/class-hints.ts'
import { type Element, isElement, isInline } from '#engines/extraction/tree.ts'

type Measure = {
  /** Characters of text, and of text inside links. */
  text: number
  links: number
  /** Characters in what reads like sentences. */
  prose: number
  /** Prose less what speaks against it. */
  worth: number
}
export type Measures = Map<Element, Measure>

const none: Run = { length: 0, links: 0, wide: 0, hasComma: false, end: '' }

/** Measures all elements below and including `root`; what stands beside the point counts against its surroundings. */
export function measure(root: Element, teasers: Set<Element>): Measures {
  const plain: Measures = new Map()
  const whole = walk(root, { all: plain, isBeside: () => false }, none, false, false).prose
  // What holds most of the page cannot be beside the point, whatever it is called.
  const share = (element: Element) => (plain.get(element)?.prose ?? 0) / Math.max(1, whole)
  const isBeside = (element: Element) =>
    teasers.has(element) ||
    (isJunkTag(element) && share(element) < 0.85) ||
    (isBesideNamed(element) && share(element) < 0.6) ||
    (isHidden(element) && share(element) < 0.4)
  const all: Measures = new Map()
  walk(root, { all, isBeside }, none, false, false)
  return all
}

/** What a block says outside the blocks in it, as far as its worth depends on it. */
type Run = { length: number; links: number; wide: number; hasComma: boolean; end: string }
type Walk = { all: Measures; isBeside: (element: Element) => boolean }

const wide = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g

function walk(
  element: Element,
  { all, isBeside }: Walk,
  outer: Run,
  isJunk: boolean,
  isLink: boolean,
): Measure {
  const junk = isJunk || isBeside(element)
  const inLink = isLink || element.tag === 'a'
  const run: Run = isInline(element.tag) ? outer : { length: 0, links: 0, wide: 0, hasComma: false, end: '' }
  const sum = { text: 0, links: 0, prose: 0, worth: 0 }
  for (const child of element.children) {
    if (isElement(child)) {
      const inner = walk(child, { all, isBeside }, run, junk, inLink)
      sum.text += inner.text
      sum.links += inner.links
      sum.prose += inner.prose
      sum.worth += inner.worth
      continue
    }
    const words = child.replace(/\s+/g, ' ').trim()
    if (words === '') continue
    sum.text += words.length
    if (inLink) sum.links += words.length
    run.length += words.length
    if (inLink) run.links += words.length
    run.wide += words.match(wide)?.length ?? 0
    run.hasComma ||= /[,，、]/.test(words)
    run.end = words.slice(-1)
  }
  if (run.length > 0 && run !== outer) {
    const own = worthOf(element, run)
    sum.prose += Math.max(0, own)
    sum.worth += junk ? -Math.abs(own) * 0.2 : own
  }
  all.set(element, sum)
  return sum
}

/** What a run of text counts for: sentences count by their length, links and scraps against. */
function worthOf(element: Element, { length, links, wide, hasComma, end }: Run): number {
  // A Chinese character says about what two and a half letters say.
  const heavy = length + 1.5 * wide
  if (links > length * 0.5) return -Math.min(heavy, 80)
  if (/^h[1-6]$/.test(element.tag)) return 0
  const isSentence = hasComma || /[.!?:;…。！？；："”»)]/.test(end)
  if (heavy >= 80 || (heavy >= 30 && isSentence)) return Math.min(heavy, 1500) - 2 * links
  // Answers, items and cells are short by nature.
  return heavy < 25 && !/^(?:p|li|td|th|dd|dt|blockquote|pre)$/.test(element.tag) ? -8 : 0
}
