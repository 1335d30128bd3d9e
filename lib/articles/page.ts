// A page as a tree of elements and texts, with what each part weighs. Built without recursion, so that no page is too
// deep to be refused.

import type { Element, Nodes, Properties } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { CaptureFailure } from '#lib/articles/faults.ts'

export type Part = {
  /** The element's name, or '#text'. */
  tag: string
  text: string
  properties: Properties
  /** Class and id, for the words in them. */
  names: string
  parent: Part | null
  children: Part[]
  /** Characters of text, without what only separates; how many of them are links. */
  size: number
  linked: number
}

const deepest = 200
const mostElements = 30_000

/** Reads HTML as browsers do. Throws `too-deep` for pages that would take too long. */
export function pageOf(html: string): Part {
  const root = part('#root', null)
  const open: { from: Nodes; to: Part; depth: number }[] = [{ from: parsed(html), to: root, depth: 0 }]
  const all: Part[] = [root]
  for (let next = open.pop(); next; next = open.pop()) {
    const { from, to, depth } = next
    if (depth > deepest || all.length > mostElements * 3) throw new CaptureFailure('too-deep')
    if (!('children' in from)) continue
    for (const child of from.children) {
      if (child.type !== 'element' && child.type !== 'text') continue
      const made = child.type === 'text' ? part('#text', to, child.value) : elementPart(child, to)
      to.children.push(made)
      all.push(made)
      if (child.type === 'element') open.push({ from: child, to: made, depth: depth + 1 })
    }
  }
  if (all.filter((each) => each.tag !== '#text').length > mostElements) throw new CaptureFailure('too-deep')
  weigh(all)
  return root
}

function parsed(html: string): Nodes {
  try {
    return fromHtml(html)
  } catch (error) {
    if (error instanceof RangeError) throw new CaptureFailure('too-deep', { cause: error })
    throw error
  }
}

function part(tag: string, parent: Part | null, text = '', properties: Properties = {}): Part {
  return { tag, text, properties, names: '', parent, children: [], size: 0, linked: 0 }
}

function elementPart({ tagName, properties }: Element, parent: Part): Part {
  const made = part(tagName, parent, '', properties)
  made.names = [properties.className ?? [], properties.id ?? '']
    .flat()
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .split(/\s+/)
    // Longer ones are sentences, such as the heading of a section, and their words name nothing.
    .filter((name) => name.split(/[_-]+/).length <= 5)
    .join(' ')
  return made
}

/** Children come after their parents, so from the end every part finds its children weighed. */
function weigh(all: Part[]): void {
  for (const each of all.toReversed()) {
    if (each.tag === '#text') each.size = each.text.replace(/\s+/g, ' ').trim().length
    else
      for (const child of each.children) {
        each.size += child.size
        each.linked += child.tag === 'a' ? child.size : child.linked
      }
  }
}

/** Every part below, and itself, in the order of the page. */
export function* within(top: Part): Generator<Part> {
  const open = [top]
  for (let next = open.pop(); next; next = open.pop()) {
    yield next
    for (let at = next.children.length - 1; at >= 0; at--) {
      const child = next.children[at]
      if (child) open.push(child)
    }
  }
}

/** All text below, as it stands. */
export function rawText(top: Part): string {
  let text = ''
  for (const each of within(top)) text += each.text
  return text
}

/** All text below on one line; null when there is none. */
export function lineOf(top: Part): string | null {
  return rawText(top).replace(/\s+/g, ' ').trim() || null
}

/** A copy without the parts that `isLeftOut`, weighed anew. */
export function without(top: Part, isLeftOut: (each: Part) => boolean): Part {
  const copy: Part = { ...top, parent: null, children: [], size: 0, linked: 0 }
  const all = [copy]
  const open = [{ from: top, to: copy }]
  for (let next = open.pop(); next; next = open.pop())
    for (const child of next.from.children) {
      if (isLeftOut(child)) continue
      const made: Part = { ...child, parent: next.to, children: [], size: 0, linked: 0 }
      next.to.children.push(made)
      all.push(made)
      open.push({ from: child, to: made })
    }
  weigh(all)
  return copy
}

export const density = ({ size, linked }: Part): number => (size ? linked / size : 0)
