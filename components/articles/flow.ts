// Interval cutting: overlapping ranges of a text (links, excerpts, emphasis, pages) become nested runs.

import type { Block, Layout, Mark } from '#engines/extraction/layout.ts'

export type Quoted = { id: string; start: number; end: number }

/** Words of the archived text. `start` is where they stand in it; `gap` is what the text has before them and the page draws as space. */
type TextLeaf = { kind: 'text'; start: number; text: string; gap: string }
export type TextRun =
  | TextLeaf
  | { kind: 'page'; page: number; start: number }
  | { kind: 'excerpt'; id: string; start: number; isFirst: boolean; isLast: boolean; inside: TextRun[] }
  | { kind: Mark['kind']; start: number; href: string | undefined; inside: TextRun[] }

type Span = { rank: number; start: number; end: number; mark?: Mark; excerpt?: Quoted }

/** Cuts a text into what is drawn, from front to back: each call continues where the last one ended. */
export function textRuns(text: string, layout: Layout, excerpts: Quoted[]) {
  const begun = new Set<string>()
  const pages = [...layout.pages]
  const spans = inOrder([
    ...layout.marks.map((mark) => ({
      rank: mark.kind === 'link' ? 0 : 2,
      start: mark.start,
      end: mark.end,
      mark,
    })),
    ...excerpts.map((excerpt) => ({ rank: 1, start: excerpt.start, end: lastWord(text, excerpt), excerpt })),
  ])
  let drawnTo = 0

  /** The pages that begin at or before an offset and were not yet announced. */
  function pagesTo(at: number): TextRun[] {
    const found: TextRun[] = []
    while (pages[0] && pages[0].start <= at) {
      found.push({ kind: 'page', page: pages[0].page, start: pages[0].start })
      pages.shift()
    }
    return found
  }

  function leaves(from: number, to: number): TextRun[] {
    const found: TextRun[] = []
    while (from < to) {
      found.push(...pagesTo(from))
      const end = Math.min(to, pages[0]?.start ?? to)
      found.push({ kind: 'text', start: from, text: text.slice(from, end), gap: text.slice(drawnTo, from) })
      drawnTo = end
      from = end
    }
    return found
  }

  /**
   * Interval cutting, from the outermost rank in: links hold excerpts and excerpts hold emphasis. A span that crosses the
   * end of another is cut there, and its rest begins anew.
   */
  function between(from: number, to: number, all: Span[]): TextRun[] {
    if (all.length === 0) return leaves(from, to)
    const rank = Math.min(...new Set(all.map((span) => span.rank)))
    const [outers, inners] = [all.filter((span) => span.rank === rank), sweep(all, rank)]
    const drawn: TextRun[] = []
    let [at, next] = [from, 0]
    let crossing: Span[] = []
    for (let outer = outers[next++]; outer; outer = crossing.shift() ?? outers[next++]) {
      const { start, end } = outer
      drawn.push(...between(at, start, inners(at, start)))
      const within = crossing
      while (outers[next] && (outers[next]?.start ?? end) < end) within.push(...outers.slice(next, ++next))
      crossing = within.filter((span) => span.end > end).map((span) => ({ ...span, start: end }))
      drawn.push(wrapped(outer, between(start, end, [...clipped(within, start, end), ...inners(start, end)])))
      at = end
    }
    return [...drawn, ...between(at, to, inners(at, to))]
  }

  function wrapped({ excerpt, mark, start, end }: Span, inside: TextRun[]): TextRun {
    if (!excerpt) return { kind: mark?.kind ?? 'strong', start, href: mark?.href, inside }
    const isFirst = !begun.has(excerpt.id)
    begun.add(excerpt.id)
    return { kind: 'excerpt', id: excerpt.id, start, isFirst, isLast: end >= lastWord(text, excerpt), inside }
  }

  let passed = 0
  return {
    draw(from: number, to: number): TextRun[] {
      while (spans[passed] && (spans[passed]?.end ?? 0) <= from) passed++
      let next = passed
      while ((spans[next]?.start ?? to) < to) next++
      return between(from, to, clipped(spans.slice(passed, next), from, to))
    },
  }
}

function lastWord(text: string, { start, end }: Quoted): number {
  return start + Math.max(1, text.slice(start, end).trimEnd().length)
}

function inOrder(spans: Span[]): Span[] {
  return spans.sort((a, b) => a.start - b.start || b.end - a.end)
}

function clipped(spans: Span[], from: number, to: number): Span[] {
  return spans
    .filter(({ start, end }) => start < to && end > from)
    .map((span) => ({ ...span, start: Math.max(from, span.start), end: Math.min(to, span.end) }))
}

/** A sweep line over the spans of higher ranks: those in one stretch after the other, without beginning anew for each. */
function sweep(all: Span[], rank: number): (from: number, to: number) => Span[] {
  const spans = all.filter((span) => span.rank > rank)
  let passed = 0
  return (from, to) => {
    while (spans[passed] && (spans[passed]?.end ?? 0) <= from) passed++
    let next = passed
    while ((spans[next]?.start ?? to) < to) next++
    return clipped(spans.slice(passed, next), from, to)
  }
}

/** A layout for a text that came without one: every line that is not empty is a paragraph. */
export function plainLayout(text: string): Layout {
  const blocks: Block[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') blocks.push({ kind: 'paragraph', start, end: start + line.length })
    start += line.length + 1
  }
  return { blocks, marks: [], pages: [] }
}

/** Blocks that are drawn as one: the items of a list, the rows of a table, the paragraphs of a quotation. */
export function sections(blocks: Block[]): Block[][] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const group = groups.at(-1)
    const isJoined = group?.[0]?.kind === block.kind && ['item', 'row', 'quote'].includes(block.kind)
    if (isJoined) group?.push(block)
    else groups.push([block])
  }
  return groups
}

export type List = { isOrdered: boolean; items: { block: Block; lists: List[] }[] }

/** Items by their depth; an item deeper than the one before belongs to it. */
export function listsOf(items: Block[]): List[] {
  const lists: List[] = []
  for (let at = 0; at < items.length; ) {
    const block = items[at]
    if (!block) break
    let next = at + 1
    while (next < items.length && (items[next]?.level ?? 1) > (block.level ?? 1)) next++
    const isOrdered = block.ordered ?? false
    if (lists.at(-1)?.isOrdered !== isOrdered) lists.push({ isOrdered, items: [] })
    lists.at(-1)?.items.push({ block, lists: listsOf(items.slice(at + 1, next)) })
    at = next
  }
  return lists
}
