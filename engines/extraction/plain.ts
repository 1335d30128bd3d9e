// Reads plain text: its lines become paragraphs.

import type { Layout } from '#engines/extraction/layout.ts'
import { factsOf, type Reading } from '#engines/extraction/reading.ts'
import { CaptureFailure } from '#engines/fetching/faults.ts'

export function readPlain(text: string): Reading {
  const layout: Layout = { blocks: [], marks: [], pages: [] }
  let own = ''
  for (const paragraph of paragraphs(text)) {
    if (own !== '') own += '\n'
    layout.blocks.push({ kind: 'paragraph', start: own.length, end: own.length + paragraph.length })
    own += paragraph
  }
  if (own === '') throw new CaptureFailure('empty')
  const unknown = {
    title: null,
    byline: null,
    publisher: null,
    publishedOn: null,
    language: null,
    kind: null,
  }
  return { ...factsOf(unknown), canonicalAddress: null, charset: null, text: own, layout, notes: [] }
}

/** Lines broken to one width belong together up to the next empty line; otherwise each line is a paragraph. */
function paragraphs(text: string): string[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .split('\n')
  const full = lines.map((line) => line.trim().length).filter((length) => length > 0)
  const longest = Math.max(0, ...full.slice(0, 100_000))
  // Text broken to a width has full lines that end anywhere, and empty lines between its paragraphs.
  const isFull = (line: string) => line.length > longest * 0.75
  const open = lines
    .map((line) => line.trim())
    .filter((line) => isFull(line) && !/[.!?:。！？]["”’)]?$/.test(line))
  const isWrapped = longest <= 100 && open.length > full.length * 0.4 && /\S\s*\n\s*\n\s*\S/.test(text)
  const parts = isWrapped
    ? lines
        .map((line) => line.trim())
        .join('\n')
        .split(/\n{2,}/)
    : lines
  return parts.map((part) => part.replace(/[^\S\t]+/g, ' ').trim()).filter((part) => part !== '')
}
