// Writes chosen parts of a page down as plain text (the canonical text) with a layout over it;
// nothing else of the page gets through.

import type { Block, Layout, Mark } from '#engines/extraction/layout.ts'
import { type Element, isElement, isInline, type Node } from '#engines/extraction/tree.ts'

export type Written = { text: string; layout: Layout }
type Style = Pick<Block, 'kind' | 'level' | 'ordered'>
type Context = { style: Style; lists: number; isPre: boolean }

const blank = /[\s\u00a0]+/g

export class Writer {
  readonly #base: string | null
  readonly #isLeft: (element: Element) => boolean
  // Blocks that are done, the characters in them, and the block being written.
  readonly #done: string[] = []
  #start = 0
  #text = ''
  // Whether a space would be one too many.
  #isGap = true
  #style: Style = { kind: 'paragraph' }
  #open: Mark[] = []
  readonly #blocks: Block[] = []
  readonly #marks: Mark[] = []

  constructor(base: string | null, isLeft: (element: Element) => boolean) {
    this.#base = base
    this.#isLeft = isLeft
  }

  done(): Written {
    this.#flush()
    return { text: this.#done.join('\n'), layout: { blocks: this.#blocks, marks: this.#marks, pages: [] } }
  }

  write(node: Node, context: Context = { style: { kind: 'paragraph' }, lists: 0, isPre: false }): void {
    if (!isElement(node)) {
      this.#say(node, context)
      return
    }
    if (this.#isLeft(node)) {
      if (!isInline(node.tag)) this.#flush()
      return
    }
    if (node.tag === 'br') {
      if (context.isPre) this.#say('\n', context)
      else this.#flush()
      return
    }
    if (node.tag === 'tr' && this.#row(node, context)) return
    const inner = this.#contextOf(node, context)
    const isBlock = !isInline(node.tag)
    if (isBlock) this.#flush()
    const start = this.#start + this.#text.length
    for (const child of node.children) this.write(child, inner)
    if (isBlock) this.#flush()
    this.#mark(node, start)
  }

  #mark(element: Element, start: number): void {
    const mark = this.#markOf(element)
    const end = this.#start + this.#text.length
    if (mark && end > start) this.#open.push({ ...mark, start, end })
  }

  #contextOf({ tag }: Element, context: Context): Context {
    const level = /^h([1-6])$/.exec(tag)?.[1]
    if (level) return { ...context, style: { kind: 'heading', level: Number(level) } }
    if (tag === 'blockquote') return { ...context, style: { kind: 'quote' } }
    if (tag === 'pre') return { ...context, style: { kind: 'preformatted' }, isPre: true }
    if (tag === 'ul' || tag === 'ol') {
      const style: Style = { kind: 'item', level: context.lists + 1, ordered: tag === 'ol' }
      return { ...context, lists: context.lists + 1, style }
    }
    return context
  }

  #markOf({ tag, attributes }: Element): Mark | null {
    if (tag === 'strong' || tag === 'b') return { kind: 'strong', start: 0, end: 0 }
    if (tag === 'em' || tag === 'i') return { kind: 'emphasis', start: 0, end: 0 }
    if (tag !== 'a' || !attributes.href) return null
    const href = webAddress(attributes.href, this.#base)
    return href ? { kind: 'link', start: 0, end: 0, href } : null
  }

  /** A row of a table of facts is one block; a table that only places things on the page is not a table. */
  #row(row: Element, context: Context): boolean {
    const cells = row.children.filter(isElement).filter((each) => /^t[dh]$/.test(each.tag))
    const isPlaced = cells.some((cell) =>
      cell.children.some((child) => isElement(child) && holdsBlocks(child)),
    )
    if (cells.length < 2 || isPlaced) return false
    this.#flush()
    this.#style = { kind: 'row' }
    const inner: Context = { ...context, style: this.#style }
    let isFirst = true
    for (const cell of cells) {
      if (!isFirst) this.#text = `${this.#text.trimEnd()}\t`
      this.#isGap = true
      isFirst = false
      this.#cell(cell, inner)
    }
    this.#flush()
    return true
  }

  #cell(node: Element, context: Context): void {
    for (const child of node.children) {
      if (!isElement(child)) this.#say(child, context)
      else if (!this.#isLeft(child)) {
        if (!isInline(child.tag)) this.#say(' ', context)
        const start = this.#start + this.#text.length
        this.#cell(child, context)
        this.#mark(child, start)
        if (!isInline(child.tag)) this.#say(' ', context)
      }
    }
  }

  #say(words: string, context: Context): void {
    this.#style = context.style
    if (context.isPre) {
      this.#text += words
      return
    }
    const plain = words.replace(blank, ' ')
    const own = this.#isGap ? plain.trimStart() : plain
    if (own === '') return
    this.#text += own
    this.#isGap = own.endsWith(' ')
  }

  #flush(): void {
    const open = this.#text.replace(/^\n+/, '')
    const kept = open.trimEnd()
    if (kept !== '') {
      const start = this.#start
      const end = start + kept.length
      this.#blocks.push({ ...this.#style, start, end })
      const shift = this.#text.length - open.length
      for (const mark of this.#open) {
        const own = {
          ...mark,
          start: Math.max(start, mark.start - shift),
          end: Math.min(end, mark.end - shift),
        }
        if (own.end > own.start) this.#marks.push(own)
      }
      this.#done.push(kept)
      this.#start = end + 1
    }
    this.#text = ''
    this.#isGap = true
    this.#open = []
  }
}

function holdsBlocks(element: Element): boolean {
  if (/^(?:p|h[1-6]|ul|ol|table|blockquote|pre|article|section)$/.test(element.tag)) return true
  return element.children.some((child) => isElement(child) && holdsBlocks(child))
}

function webAddress(href: string, base: string | null): string | null {
  const read = URL.parse(href.trim(), base ?? undefined)
  return read && /^https?:$/.test(read.protocol) && !read.username ? read.href : null
}
