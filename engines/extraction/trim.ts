// Leaves out single blocks that do not belong to an article: its title and dateline, labels, calls to read on.

import type { Written } from '#engines/extraction/canonical.ts'
import { comparable } from '#engines/extraction/comparable.ts'
import { dayIn } from '#engines/extraction/dates-found.ts'
import type { Block } from '#engines/extraction/layout.ts'
import { asksForAccount, ending, farewell, label } from '#engines/extraction/phrases.ts'

type Facts = { title: string | null; byline: string | null }
type Line = { block: Block; words: string; linked: number }

/** The article's own blocks of what was written from its part of the page. */
export function trim(written: Written, facts: Facts): Written {
  const all = withoutEnding(linesOf(written))
  const lines = withoutTail(
    withoutHead(
      all.filter((line) => !isLabel(line)),
      facts,
    ),
    facts.byline,
  )
  return keepBlocks(
    written,
    lines.map((line) => line.block),
  )
}

function linesOf({ text, layout }: Written): Line[] {
  const links = layout.marks.filter((mark) => mark.kind === 'link')
  let at = 0
  return layout.blocks.map((block) => {
    let linked = 0
    for (; at < links.length; at += 1) {
      const link = links[at]
      if (!link || link.start >= block.end) break
      linked += link.end - link.start
    }
    return {
      block,
      words: text.slice(block.start, block.end).trim(),
      linked: linked / (block.end - block.start),
    }
  })
}

function isLabel({ block, words, linked }: Line): boolean {
  if (block.kind === 'preformatted' || block.kind === 'row') return false
  if (!/[\p{L}\p{N}]/u.test(words) || /^https?:\/\/\S+$/.test(words)) return true
  if (words.length < 200 && label.test(words)) return true
  // A paragraph that is one link between paragraphs of text leads elsewhere.
  return block.kind === 'paragraph' && linked > 0.95 && words.split(/\s+/).length >= 4
}

const isProse = ({ block, words, linked }: Line): boolean =>
  block.kind !== 'heading' &&
  linked < 0.5 &&
  (words.length >= 80 ||
    (words.length >= 30 && /[.!?:…。！？；：”"]$/.test(words)) ||
    /[\u3040-\u30ff\u3400-\u9fff].{15}/.test(words))

/** A short line that is part of the text, such as a question; datelines and bylines are none. */
const isSaid = (words: string): boolean =>
  /\p{L}.*[.!?:。！？：]["”’)]?$/u.test(words) &&
  words.includes(' ') &&
  dayIn(words) === null &&
  !/^by\b/i.test(words)

/** Without the headline, the dateline and the byline above the first sentence. */
function withoutHead(lines: Line[], { title, byline }: Facts): Line[] {
  const said = [title, byline].filter((each) => each !== null).map(comparable)
  const first = lines.findIndex((line) => isProse(line) && !said.includes(comparable(line.words)))
  return lines.filter(({ block, words, linked }, at) => {
    if (at < 8 && said.includes(comparable(words))) return false
    if (block.kind === 'heading') return at > Math.max(first, 2) || block.level !== 1
    return at >= first || (linked < 0.5 && (block.kind !== 'paragraph' || isSaid(words)))
  })
}

/** Without what comes after a heading that ends the article, unless that is much of its text. */
function withoutEnding(lines: Line[]): Line[] {
  const proseIn = (some: Line[]) => some.filter(isProse).reduce((sum, { words }) => sum + words.length, 0)
  const whole = Math.max(1, proseIn(lines))
  const end = lines.findIndex(({ block, words }, at) => {
    const isHead = block.kind === 'heading'
    if (at === 0 || !(isHead || (block.kind === 'paragraph' && words.length < 40)) || !ending.test(words))
      return false
    // In a short article its writer may take up half of the page.
    const most = /author|writer/i.test(words) ? 0.6 : isHead ? 0.35 : 0.12
    return proseIn(lines.slice(at)) / whole < most
  })
  return end > 0 ? lines.slice(0, end) : lines
}

/** Without the last words to the reader and about the writer. */
function withoutTail(lines: Line[], byline: string | null): Line[] {
  const own = [...lines]
  const writers = byline?.split(', ').filter((each) => each.includes(' ')) ?? []
  const isAboutWriter = (words: string) =>
    writers.some((each) => words.slice(0, 60).includes(each)) &&
    /\b(?:is|was|has|have|writes?|covers?|joined|leads?|founded|works?|serves?|brings)\b/.test(words)
  for (let last = own.at(-1); last && own.length > 3; last = own.at(-1)) {
    const { block, words, linked } = last
    const isLed = words.length < 80 && linked > 0.6
    if (
      block.kind !== 'heading' &&
      !(
        block.kind === 'paragraph' &&
        (farewell.test(words) || asksForAccount.test(words) || isAboutWriter(words) || isLed)
      )
    )
      break
    own.pop()
  }
  return own
}

/** The same text with only these blocks. */
function keepBlocks({ text, layout }: Written, blocks: Block[]): Written {
  const out: Written = { text: '', layout: { blocks: [], marks: [], pages: [] } }
  const marks = layout.marks.toSorted((a, b) => a.start - b.start || b.end - a.end)
  let at = 0
  for (const block of blocks) {
    if (out.text !== '') out.text += '\n'
    const shift = out.text.length - block.start
    out.text += text.slice(block.start, block.end)
    out.layout.blocks.push({ ...block, start: block.start + shift, end: block.end + shift })
    for (; at < marks.length; at += 1) {
      const mark = marks[at]
      if (!mark || mark.start >= block.end) break
      if (mark.start >= block.start)
        out.layout.marks.push({ ...mark, start: mark.start + shift, end: mark.end + shift })
    }
  }
  return out
}
