// Reads a PDF: its text in paragraphs, where its pages begin, and what it says of itself.

import { getDocumentProxy } from 'unpdf'
import { dayIn } from '#engines/extraction/dates-found.ts'
import type { Layout, Page } from '#engines/extraction/layout.ts'
import { linesOf, type PdfLine, paragraphsOf, withoutRunning } from '#engines/extraction/pdf-lines.ts'
import { factsOf, type Reading } from '#engines/extraction/reading.ts'
import { CaptureFailure } from '#engines/fetching/faults.ts'

type Document = Awaited<ReturnType<typeof getDocumentProxy>>

const mostPages = 600

export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const document = await open(bytes)
  const pages: PdfLine[][] = []
  const notes: string[] = []
  try {
    for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1) {
      const page = await document.getPage(number)
      pages.push(linesOf(await page.getTextContent(), number))
      page.cleanup()
    }
  } catch (cause) {
    throw new CaptureFailure('pdf-broken', { cause })
  }
  if (document.numPages > mostPages) notes.push(`Only the first ${mostPages} pages were read.`)
  const written = writtenFrom(pages)
  if (written.text.trim().length < 4) throw new CaptureFailure('pdf-scanned')
  return {
    ...(await facts(document, written)),
    canonicalAddress: null,
    charset: null,
    ...written,
    notes,
  }
}

async function open(bytes: Uint8Array): Promise<Document> {
  try {
    // A copy: the reader takes the bytes it is given away from their owner.
    return await getDocumentProxy(new Uint8Array(bytes), {
      useSystemFonts: false,
      verbosity: 0,
    })
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === 'PasswordException'
    throw new CaptureFailure(isLocked ? 'pdf-password' : 'pdf-broken', { cause })
  }
}

function writtenFrom(pages: PdfLine[][]): { text: string; layout: Layout } {
  let text = ''
  const layout: Layout = { blocks: [], marks: [], pages: [] }
  for (const paragraph of paragraphsOf(withoutRunning(pages))) {
    if (text !== '') text += '\n'
    const start = text.length
    for (const { page, words } of paragraph.pieces) {
      turn(layout.pages, page, text.length)
      text += words
    }
    layout.blocks.push({ ...paragraph.style, start, end: text.length })
  }
  const last = layout.pages.at(-1)
  if (last) last.end = text.length
  return { text, layout }
}

function turn(pages: Page[], page: number, at: number): void {
  const last = pages.at(-1)
  if (last?.page === page) return
  if (last) last.end = at
  pages.push({ page, start: at, end: at })
}

async function facts(document: Document, written: { text: string; layout: Layout }) {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }))
  const said = info as Record<string, unknown>
  const line = (name: string): string | null => {
    const value = said[name]
    const text = typeof value === 'string' ? value.replace(/[\s\p{Cc}]+/gu, ' ').trim() : ''
    return text.length > 2 && text.length < 300 ? text : null
  }
  const titled = line('Title')
  // Programs fill the title with the name of the file they had open.
  const isTitle =
    titled &&
    !/\.(?:docx?|indd|pdf|pptx?|xlsx?|qxd|tex|wpd|rtf|odt)\b|^(?:microsoft word|untitled|slide \d|无标题|文档)/i.test(
      titled,
    )
  const first = written.layout.blocks[0]
  const heading = first ? written.text.slice(first.start, first.end).slice(0, 300) : null
  const author = line('Author')
  const isAuthor =
    author &&
    /\p{L}{2}/u.test(author) &&
    !/^(?:user|admin\w*|owner|author|unknown|pc|hp|dell|lenovo|windows.*|\w+\d+)$/i.test(author)
  const created = /^D:((?:19|20)\d\d)(\d\d)(\d\d)/.exec(line('CreationDate') ?? '')
  const shown = dayIn(written.text.slice(0, 1500))
  return factsOf({
    title: isTitle
      ? { value: titled, origin: 'document' }
      : heading
        ? { value: heading, origin: 'visible text' }
        : null,
    byline: isAuthor ? { value: author, origin: 'document' } : null,
    publisher: null,
    publishedOn: shown
      ? { value: shown, origin: 'visible text' }
      : created
        ? { value: `${created[1]}-${created[2]}-${created[3]}`, origin: 'document' }
        : null,
    language: null,
    kind: null,
  })
}
