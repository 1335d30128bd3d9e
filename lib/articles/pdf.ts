// Reads the text of a PDF, page by page; runs in the child that may be killed.

import { getDocumentProxy } from 'unpdf'
import { CaptureFailure } from '#lib/articles/faults.ts'
import type { Block, Layout } from '#lib/articles/layout.ts'

const mostPages = 1_000
type Line = { text: string; y: number; height: number; x: number }
export type PdfRead = {
  text: string
  layout: Layout
  title: string | null
  author: string | null
  createdOn: string | null
}

/** The text of a PDF with its pages. Throws `pdf-password`, `pdf-scanned` or `pdf-broken`. */
export async function pdfText(bytes: Uint8Array): Promise<PdfRead> {
  const document = await getDocumentProxy(bytes.slice(), {
    disableFontFace: true,
    verbosity: 0,
  }).catch((error: unknown) => {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new CaptureFailure(isLocked ? 'pdf-password' : 'pdf-broken', { cause: error })
  })
  const layout: Layout = { blocks: [], marks: [], pages: [] }
  let text = ''
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number++) {
    const page = await document.getPage(number)
    const content = await page.getTextContent()
    const paragraphs = paragraphsOf(linesOf(content.items))
    page.cleanup()
    const start = text === '' ? 0 : text.length + 1
    for (const paragraph of paragraphs) {
      if (text !== '') text += '\n'
      const block: Block = { kind: 'paragraph', start: text.length, end: text.length + paragraph.length }
      layout.blocks.push(block)
      text += paragraph
    }
    if (text.length > start) layout.pages.push({ page: number, start, end: text.length })
  }
  if (text.replace(/\s/g, '').length < 20) throw new CaptureFailure('pdf-scanned')
  const { info } = (await document.getMetadata().catch(() => ({ info: {} }))) as {
    info: Record<string, unknown>
  }
  const said = (name: string) =>
    typeof info[name] === 'string' && info[name].trim() !== '' ? info[name].trim() : null
  const created = /^D:(\d{4})(\d{2})(\d{2})/.exec(said('CreationDate') ?? '')
  await document.loadingTask.destroy()
  return {
    text,
    layout,
    title: said('Title'),
    author: said('Author'),
    createdOn: created ? created.slice(1).join('-') : null,
  }
}

/** The pieces of a page as lines from top to bottom, in the order they were set. */
function linesOf(items: unknown[]): Line[] {
  const lines: Line[] = []
  let open = false
  for (const item of items as { str?: string; transform?: number[]; height?: number; hasEOL?: boolean }[]) {
    if (item.str === undefined) continue
    const [x = 0, y = 0] = item.transform?.slice(4) ?? []
    const height = item.height || Math.abs(item.transform?.[3] ?? 0)
    const last = lines.at(-1)
    if (open && last && Math.abs(last.y - y) < Math.max(2, last.height * 0.5)) last.text += item.str
    else if (item.str !== '') lines.push({ text: item.str, x, y, height })
    open = !item.hasEOL && lines.length > 0
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
    .filter((line) => line.text !== '')
}

/** Lines that follow each other closely in one size are one paragraph. A hyphen at a line's end is kept: it may be part of the word. */
function paragraphsOf(lines: Line[]): string[] {
  const gaps = lines
    .slice(1)
    .map((line, at) => (lines[at]?.y ?? 0) - line.y)
    .filter((gap) => gap > 0)
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  const made: string[] = []
  let before: Line | undefined
  for (const line of lines) {
    const gap = before ? before.y - line.y : 0
    const isNext = before && gap > 0 && gap < usual * 1.4 + 1 && Math.abs(line.height - before.height) < 1.5
    const last = made.at(-1)
    if (isNext && last !== undefined) made[made.length - 1] = `${last}${joint(last, line.text)}${line.text}`
    else made.push(line.text)
    before = line
  }
  return made
}

/** Han and kana are set without spaces; everything else needs one between two lines. */
function joint(before: string, after: string): string {
  const isHan =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：「」（）]$/u.test(before) &&
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：「」（）]/u.test(after)
  return isHan || /\p{L}-$/u.test(before) ? '' : ' '
}
