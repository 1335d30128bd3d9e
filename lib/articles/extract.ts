// Reads a source from its bytes: what it is, what it says of itself, and its text. Pure; runs in a child process.

import { detect } from 'tinyld'
import { canonical } from '#lib/articles/canonical.ts'
import { decoded } from '#lib/articles/decode.ts'
import { CaptureFailure } from '#lib/articles/faults.ts'
import type { Layout } from '#lib/articles/layout.ts'
import { mainText } from '#lib/articles/main-text.ts'
import { type Metadata, metadataOf } from '#lib/articles/metadata.ts'
import { pageOf } from '#lib/articles/page.ts'
import { pdfText } from '#lib/articles/pdf.ts'
import { wallOf } from '#lib/articles/walls.ts'

export type About = { contentType: string | null; address: string | null }
export type Reading = Metadata & { charset: string | null; text: string; layout: Layout; notes: string[] }

const nothing: Metadata = {
  title: null,
  byline: null,
  publisher: null,
  publishedOn: null,
  language: null,
  kind: null,
  canonicalAddress: null,
  origins: {},
}

/** The reading of a web page, a PDF or plain text. Throws CaptureFailure for what cannot be read. */
export async function extract(bytes: Uint8Array, about: About): Promise<Reading> {
  if (bytes.length === 0) throw new CaptureFailure('empty')
  const kind = kindOf(bytes, about.contentType)
  if (kind === 'pdf') return fromPdf(bytes)
  return kind === 'text' ? fromText(bytes, about) : fromPage(bytes, about)
}

/** What bytes are is seen by how they begin; what they are said to be only decides between a page and plain text. */
function kindOf(bytes: Uint8Array, contentType: string | null): 'pdf' | 'page' | 'text' {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048))
  const said = contentType?.toLowerCase() ?? ''
  if (/^\s*%PDF-/.test(head)) {
    if (/text\/plain|text\/html/.test(said)) throw new CaptureFailure('file-lies', { detail: 'It is a PDF.' })
    return 'pdf'
  }
  if (said.includes('application/pdf')) throw new CaptureFailure('file-lies', { detail: 'It is not a PDF.' })
  if (isBinary(bytes)) throw new CaptureFailure(said.startsWith('text/') ? 'file-lies' : 'wrong-type')
  const looksLikePage = /<(!doctype html|html|head|body|article|div|p|meta|title)\b/i.test(head)
  if (said.includes('text/plain')) return 'text'
  if (/html|xml/.test(said) || looksLikePage) return 'page'
  if (said !== '' && !said.startsWith('text/') && !said.includes('octet-stream'))
    throw new CaptureFailure('wrong-type', { detail: `The site calls it ${said.slice(0, 80)}.` })
  return 'text'
}

function isBinary(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return !isUtf16 && bytes.subarray(0, 4_096).includes(0)
}

function fromPage(bytes: Uint8Array, about: About): Reading {
  const { text: html, charset, note } = decoded(bytes, about.contentType)
  const page = pageOf(html)
  const metadata = metadataOf(page, about.address)
  const read = canonical(mainText(page), about.address)
  const wall = wallOf(page, read.text)
  if (wall) throw new CaptureFailure(wall)
  return { ...metadata, ...spoken(metadata, read.text), ...read, charset, notes: note ? [note] : [] }
}

function fromText(bytes: Uint8Array, about: About): Reading {
  const { text: raw, charset, note } = decoded(bytes, about.contentType)
  const lines = raw
    .replace(/\r\n?/g, '\n')
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length === 0) throw new CaptureFailure('empty')
  const layout: Layout = { blocks: [], marks: [], pages: [] }
  let start = 0
  for (const line of lines) {
    layout.blocks.push({ kind: 'paragraph', start, end: start + line.length })
    start += line.length + 1
  }
  const text = lines.join('\n')
  const [first = ''] = lines
  const title =
    first.length <= 200 && lines.length > 1
      ? { title: first, origins: { title: 'visible text' as const } }
      : {}
  return {
    ...nothing,
    ...title,
    ...spoken({ ...nothing, ...title }, text),
    text,
    layout,
    charset,
    notes: note ? [note] : [],
  }
}

async function fromPdf(bytes: Uint8Array): Promise<Reading> {
  const { text, layout, title, author, createdOn } = await pdfText(bytes)
  const first = text.split('\n')[0] ?? ''
  const origins = {
    ...(title || first ? { title: title ? ('document' as const) : ('visible text' as const) } : {}),
    ...(author ? { byline: 'document' as const } : {}),
    ...(createdOn ? { publishedOn: 'document' as const } : {}),
  }
  const metadata = {
    ...nothing,
    title: title ?? (first.slice(0, 200) || null),
    byline: author,
    publishedOn: createdOn,
    origins,
  }
  return { ...metadata, ...spoken(metadata, text), text, layout, charset: null, notes: [] }
}

/** The language of a text whose page does not say it, as far as its letters and words tell. */
function spoken(metadata: Metadata, text: string): Pick<Metadata, 'language' | 'origins'> {
  const { language, origins } = metadata
  if (language) return { language, origins }
  const guess = detect(text.slice(0, 3_000)) || null
  return { language: guess, origins: guess ? { ...origins, language: 'guess' } : origins }
}
