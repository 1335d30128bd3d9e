// The element tree of a page (HTML parser: parse5) without what is never text:
// no scripts, styles or pictures, and never too deep.

import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { CaptureFailure } from '#engines/fetching/faults.ts'

export type Element = {
  tag: string
  attributes: Record<string, string>
  children: Node[]
  parent: Element | null
}
export type Node = Element | string
export type Tree = { root: Element; jsonLd: string[]; scripts: number; passwords: number }

type Parsed = DefaultTreeAdapterMap['node']
type ParsedElement = DefaultTreeAdapterMap['element']

const deepest = 200
const mostElements = 30_000
const mostAttributes = 500
const never = new Set(
  'script style noscript template svg math iframe object embed canvas audio video map select option datalist button textarea input img picture source track frameset frame applet dialog'.split(
    ' ',
  ),
)

/** Refuses what would take too long to read before anything walks it. */
export function treeOf(html: string): Tree {
  const document = parse(html)
  const root = make('#document', {}, null)
  const tree: Tree = { root, jsonLd: [], scripts: 0, passwords: 0 }
  let elements = 0
  const open: { from: Parsed[]; to: Element; depth: number }[] = [
    { from: document.childNodes, to: root, depth: 1 },
  ]
  for (const next of open) {
    if (next.depth > deepest) throw new CaptureFailure('too-deep')
    for (const node of next.from) {
      if (node.nodeName === '#text' && 'value' in node) next.to.children.push(node.value)
      if (!('tagName' in node)) continue
      elements += 1
      if (elements > mostElements || node.attrs.length > mostAttributes) throw new CaptureFailure('too-deep')
      if (node.tagName === 'script') note(tree, node)
      if (node.tagName === 'input' && node.attrs.some((each) => each.value === 'password'))
        tree.passwords += 1
      const isQuestion = node.tagName === 'button' && /^h[1-6]$/.test(next.to.tag)
      if (never.has(node.tagName) && !isQuestion) continue
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
      const element = make(node.tagName, attributes, next.to)
      next.to.children.push(element)
      open.push({ from: node.childNodes, to: element, depth: next.depth + 1 })
    }
  }
  return tree
}

function note(tree: Tree, script: ParsedElement): void {
  const type = script.attrs.find((each) => each.name === 'type')?.value ?? ''
  const text = script.childNodes.map((each) => ('value' in each ? each.value : '')).join('')
  if (/^application\/ld\+json/i.test(type.trim())) tree.jsonLd.push(text)
  else tree.scripts += 1
}

function make(tag: string, attributes: Record<string, string>, parent: Element | null): Element {
  return { tag, attributes: Object.assign(Object.create(null), attributes), children: [], parent }
}

export const isElement = (node: Node): node is Element => typeof node !== 'string'

/** Every element below, in the order of the page. */
export function* elementsOf(from: Element): Generator<Element> {
  const open = from.children.filter(isElement).reverse()
  for (let next = open.pop(); next; next = open.pop()) {
    yield next
    for (const child of next.children.toReversed()) if (isElement(child)) open.push(child)
  }
}

export function findElement(from: Element, is: (element: Element) => boolean): Element | undefined {
  for (const element of elementsOf(from)) if (is(element)) return element
  return undefined
}

/** The words of an element on one line; no more than about `most` characters, so that asking is cheap. */
export function textOf(node: Node, most = Number.POSITIVE_INFINITY): string {
  const words: string[] = []
  collect(node, words, most)
  return words.join('').replace(/\s+/g, ' ').trim()
}

/** Answers with how many more characters are wanted. */
function collect(node: Node, words: string[], most: number): number {
  if (!isElement(node)) {
    const own = node.slice(0, most * 4)
    words.push(own)
    return most - (own.length < 100 ? own.trim().length : own.replace(/\s+/g, ' ').length)
  }
  const gap = isInline(node.tag) ? '' : ' '
  words.push(gap)
  let left = most
  for (const child of node.children) {
    if (left < 0) return left
    left = collect(child, words, left)
  }
  words.push(gap)
  return left
}

const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
export const isInline = (tag: string): boolean => inline.has(tag) || tag.includes('-')
