// Makes the canonical text of an article from its tree, and the layout that lies over it.

import { isSiteLine } from '#lib/articles/boilerplate.ts'
import type { Block, Layout, Mark } from '#lib/articles/layout.ts'
import { isBlock } from '#lib/articles/main-text.ts'
import type { Part } from '#lib/articles/page.ts'

type Run = { text: string; marks: Mark[]; shape: Omit<Block, 'start' | 'end'> }
type Around = { shape: Omit<Block, 'start' | 'end'>; depth: number; ordered: boolean; isKept: boolean }

/** The text, one block a line, and its layout. Lines of the site's own are left out. */
export function canonical(top: Part, address: string | null): { text: string; layout: Layout } {
  const runs: Run[] = []
  let run: Run = { text: '', marks: [], shape: { kind: 'paragraph' } }
  const open: Omit<Mark, 'end'>[] = []
  const flush = (shape: Run['shape']) => {
    const made = tidy(run)
    if (made.text !== '' && !isSiteLine(made.text)) runs.push(made)
    run = { text: '', marks: [], shape }
    for (const mark of open) mark.start = 0
  }
  const visit = (part: Part, around: Around): void => {
    if (part.tag === '#text') {
      run.shape = around.shape
      run.text += around.isKept ? part.text : part.text.replace(/\s+/g, ' ')
      return
    }
    if (part.tag === 'br') run.text += around.isKept ? '\n' : '\u2028'
    const inner = shapeOf(part, around)
    const isCell = part.tag === 'td' || part.tag === 'th'
    const breaks = isBlock(part) && !(isCell && isRow(part.parent)) && around.shape.kind !== 'row'
    if (breaks) flush(inner.shape)
    else if (isBlock(part) && run.text.trim() !== '') run.text += isCell ? '\t' : ' '
    const mark = markOf(part, address)
    if (mark) open.push({ ...mark, start: run.text.length })
    for (const child of part.children) visit(child, inner)
    const begun = mark ? open.pop() : undefined
    if (begun && run.text.length > begun.start) run.marks.push({ ...begun, end: run.text.length })
    if (breaks) flush(around.shape)
  }
  visit(top, { shape: { kind: 'paragraph' }, depth: 0, ordered: false, isKept: false })
  flush({ kind: 'paragraph' })
  return joined(runs.flatMap(lines))
}

const isRow = (part: Part | null) => part?.tag === 'tr'

function shapeOf(part: Part, around: Around): Around {
  const { tag } = part
  if (/^h[1-6]$/.test(tag)) return { ...around, shape: { kind: 'heading', level: Number(tag[1]) } }
  if (tag === 'ul' || tag === 'ol') return { ...around, depth: around.depth + 1, ordered: tag === 'ol' }
  if (tag === 'li')
    return { ...around, shape: { kind: 'item', level: Math.max(1, around.depth), ordered: around.ordered } }
  if (tag === 'blockquote') return { ...around, shape: { kind: 'quote' } }
  if (tag === 'tr') return { ...around, shape: { kind: 'row' } }
  if (tag === 'pre') return { ...around, shape: { kind: 'preformatted' }, isKept: true }
  return around
}

function markOf({ tag, properties }: Part, address: string | null): Omit<Mark, 'start' | 'end'> | null {
  if (tag === 'strong' || tag === 'b') return { kind: 'strong' }
  if (tag === 'em' || tag === 'i') return { kind: 'emphasis' }
  const href = tag === 'a' ? URL.parse(String(properties.href ?? ''), address ?? undefined) : null
  return href && /^https?:$/.test(href.protocol) ? { kind: 'link', href: href.href } : null
}

/** White space as a reader sees it; the marks move along. Two line breaks in a row part paragraphs. */
function tidy({ text, marks, shape }: Run): Run {
  const at: number[] = []
  let made = ''
  const isKept = shape.kind === 'preformatted'
  for (let from = 0; from < text.length; from++) {
    const character = text.charAt(from)
    at.push(made.length)
    const isSpace = character === ' ' || character === '\u00A0' || character === '\n'
    if (isKept || !isSpace || !/[ \t\u2028]$|^$/.test(made)) {
      if ((character === '\u2028' || character === '\t') && !isKept) made = made.replace(/ $/, '')
      made += character === '\n' && !isKept ? ' ' : character
    }
  }
  const lead = /^[ \t\u2028\n]*/.exec(made)?.[0].length ?? 0
  const body = made.slice(lead).replace(/[ \t\u2028\n]+$/, '')
  const place = (offset: number) => Math.min(body.length, Math.max(0, (at[offset] ?? made.length) - lead))
  const moved = marks.map((mark) => ({ ...mark, start: place(mark.start), end: place(mark.end) }))
  return { text: body, marks: moved.filter(({ start, end }) => end > start), shape }
}

/** A run is one block, or several where its lines were parted by breaks. */
function lines({ text, marks, shape }: Run): Run[] {
  const apart = shape.kind === 'preformatted' ? '\n' : '\u2028'
  let from = 0
  return text.split(apart).flatMap((line) => {
    const start = from
    from += line.length + 1
    const own = marks
      .map((mark) => ({
        ...mark,
        start: Math.max(mark.start, start) - start,
        end: Math.min(mark.end, from - 1) - start,
      }))
      .filter((mark) => mark.end > mark.start)
    return line.trim() === '' ? [] : [{ text: line, marks: own, shape }]
  })
}

function joined(runs: Run[]): { text: string; layout: Layout } {
  const layout: Layout = { blocks: [], marks: [], pages: [] }
  let start = 0
  for (const { text, marks, shape } of runs) {
    layout.blocks.push({ ...shape, start, end: start + text.length })
    for (const mark of marks) layout.marks.push({ ...mark, start: mark.start + start, end: mark.end + start })
    start += text.length + 1
  }
  return { text: runs.map((run) => run.text).join('\n'), layout }
}
