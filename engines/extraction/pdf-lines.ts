// Layout analysis of PDFs: puts the pieces of text placed on a page together into lines and paragraphs.

import type { Block } from '#engines/extraction/layout.ts'

export type PdfLine = { words: string; page: number; left: number; right: number; y: number; size: number }
type PdfParagraph = { style: Pick<Block, 'kind' | 'level'>; pieces: { page: number; words: string }[] }
type Content = { items: unknown[] }
type Item = { str: string; transform: number[]; width: number; height: number; hasEOL: boolean }

const isItem = (item: unknown): item is Item => typeof item === 'object' && item !== null && 'str' in item

export function linesOf(content: Content, page: number): PdfLine[] {
  const lines: PdfLine[] = []
  let open: PdfLine | null = null
  const close = () => {
    if (open && open.words.trim() !== '')
      lines.push({ ...open, words: open.words.replace(/\s+/g, ' ').trim() })
    open = null
  }
  for (const item of content.items) {
    if (!isItem(item)) continue
    const [, , , , left = 0, y = 0] = item.transform
    const size: number = item.height || Math.abs(item.transform[3] ?? 0) || open?.size || 10
    if (open && item.str.trim() !== '' && Math.abs(open.y - y) > 0.5 * Math.max(size, open.size)) close()
    if (!open) open = { words: '', page, left, right: left, y, size }
    const line: PdfLine = open
    const isApart = line.words !== '' && left - line.right > 0.2 * line.size && !/\s$/.test(line.words)
    line.words += isApart ? ` ${item.str}` : item.str
    if (item.str.trim() !== '') {
      line.right = Math.max(line.right, left + item.width)
      line.size = Math.max(line.size, size)
    }
    if (item.hasEOL) close()
  }
  close()
  return lines
}

/** The pages without what runs along their top and bottom: the same line on many pages, and page numbers. */
export function withoutRunning(pages: PdfLine[][]): PdfLine[][] {
  const shape = (line: PdfLine) => line.words.replace(/\d+/g, '#')
  const edges = (lines: PdfLine[]) => [...lines.slice(0, 2), ...lines.slice(-2)]
  const seen = new Map<string, number>()
  for (const lines of pages)
    for (const each of new Set(edges(lines).map(shape))) seen.set(each, (seen.get(each) ?? 0) + 1)
  const isRunning = (line: PdfLine) => {
    const times = seen.get(shape(line)) ?? 0
    return (
      (times >= 3 && times >= pages.length * 0.4) ||
      /^[–—-]?\s*(?:page\s*)?\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?\s*[–—-]?$/i.test(line.words)
    )
  }
  return pages.map((lines) => {
    const outer = new Set(edges(lines))
    return lines.filter((line) => !(outer.has(line) && isRunning(line)))
  })
}

export function paragraphsOf(pages: PdfLine[][]): PdfParagraph[] {
  const all = pages.flat()
  const body = middle(all.map((line) => line.size))
  const right = percentile(
    all.map((line) => line.right),
    0.9,
  )
  const leading =
    middle(
      all
        .slice(1)
        .map((line, at) => (all[at]?.y ?? 0) - line.y)
        .filter((gap) => gap > 0 && gap < body * 4),
    ) || body * 1.2
  const words = new Set(all.flatMap((line) => line.words.toLowerCase().match(/[\p{L}-]+/gu) ?? []))
  const paragraphs: PdfParagraph[] = []
  let before: PdfLine | null = null
  for (const line of all) {
    const open = paragraphs.at(-1)
    if (open && before && isSame(before, line, { body, right, leading })) join(open, line, words)
    else paragraphs.push({ style: styleOf(line, body), pieces: [{ page: line.page, words: line.words }] })
    before = line
  }
  return paragraphs
}

const bullet = /^(?:[•▪●○■□◦‣·–—*]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s)/i

function styleOf(line: PdfLine, body: number): PdfParagraph['style'] {
  if (line.size > body * 1.5) return { kind: 'heading', level: 1 }
  if (line.size > body * 1.15) return { kind: 'heading', level: 2 }
  return bullet.test(line.words) ? { kind: 'item', level: 1 } : { kind: 'paragraph' }
}

function isSame(
  before: PdfLine,
  line: PdfLine,
  page: { body: number; right: number; leading: number },
): boolean {
  const isDone = /[.!?:;。！？：；…”"]$/.test(before.words)
  if (Math.abs(before.size - line.size) > 0.12 * page.body || bullet.test(line.words)) return false
  if (before.page !== line.page) return !isDone && /^[\p{Ll}\u3400-\u9fff]/u.test(line.words)
  const gap = before.y - line.y
  // Up the page again: the next column.
  if (gap < 0) return !isDone && /^[\p{Ll}\u3400-\u9fff]/u.test(line.words)
  if (gap > page.leading * 1.4 && gap > line.size * 1.7) return false
  const isShort = before.right < page.right - 0.15 * (page.right - Math.min(before.left, line.left))
  if (isShort && (isDone || /^\p{Lu}/u.test(line.words))) return false
  return !(isDone && line.left - before.left > line.size * 0.8)
}

function join(open: PdfParagraph, line: PdfLine, words: Set<string>): void {
  const last = open.pieces.at(-1)
  if (!last) return
  const [, head = '', hyphen = ''] = /(\p{L}+)([-\u00ad\u2010])$/u.exec(last.words) ?? []
  const tail = /^\p{Ll}+/u.exec(line.words)?.[0] ?? ''
  let glue = ' '
  if (hyphen && tail) {
    const [first, second] = [head.toLowerCase(), tail.toLowerCase()]
    // A word the document elsewhere writes with its hyphen keeps it; so does one made of two words of their own.
    const isCompound =
      words.has(`${first}-${second}`) || (!words.has(first + second) && words.has(first) && words.has(second))
    if (hyphen !== '-' || !isCompound) last.words = last.words.slice(0, -1)
    glue = ''
  } else if (hyphen || /[\u2e80-\u2fdf\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]$/.test(last.words)) glue = ''
  last.words += glue
  if (last.page === line.page) last.words += line.words
  else open.pieces.push({ page: line.page, words: line.words })
}

const middle = (values: number[]): number => percentile(values, 0.5)
function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
