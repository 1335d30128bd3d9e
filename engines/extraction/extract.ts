// Text extraction from HTML, PDF and plain text: what captured bytes say of themselves, and their text.
// Runs in a child that can be killed.

import { leftOut } from '#engines/extraction/boilerplate.ts'
import { Writer } from '#engines/extraction/canonical.ts'
import { decode, formOf } from '#engines/extraction/decode.ts'
import { languageSeen } from '#engines/extraction/language.ts'
import { mainPart } from '#engines/extraction/main-text.ts'
import { measure } from '#engines/extraction/measure.ts'
import { metadataOf } from '#engines/extraction/metadata.ts'
import { checkPaywall } from '#engines/extraction/paywalls.ts'
import { readPdf } from '#engines/extraction/pdf.ts'
import { readPlain } from '#engines/extraction/plain.ts'
import type { ContentHints, Reading } from '#engines/extraction/reading.ts'
import { teasersIn } from '#engines/extraction/teasers.ts'
import { findElement, treeOf } from '#engines/extraction/tree.ts'
import { trim } from '#engines/extraction/trim.ts'

export type { ContentHints, Origin, Reading } from '#engines/extraction/reading.ts'

export async function extract(bytes: Uint8Array, about: ContentHints): Promise<Reading> {
  const form = formOf(bytes, about.contentType)
  if (form === 'pdf') return inLanguage(await readPdf(bytes))
  const { text, charset, notes } = decode(bytes, about.contentType)
  const more = { charset, notes }
  return inLanguage(form === 'text' ? { ...readPlain(text), ...more } : readHtml(text, about, more))
}

/** What a text is written in shows in the text itself, where the page does not say it or says it wrongly. */
function inLanguage(reading: Reading): Reading {
  const seen = languageSeen(reading.text)
  if (!seen || seen === reading.language) return reading
  return { ...reading, language: seen, origins: { ...reading.origins, language: 'guess' } }
}

function readHtml(html: string, about: ContentHints, more: Pick<Reading, 'charset' | 'notes'>): Reading {
  const tree = treeOf(html)
  const { base, ...known } = metadataOf(tree, about.address)
  const teasers = teasersIn(tree.root, about.address)
  const measures = measure(tree.root, teasers)
  const main = mainPart(
    findElement(tree.root, ({ tag }) => tag === 'body') ?? tree.root,
    measures,
    known.title,
  )
  const left = leftOut(main, measures, teasers)
  const writer = new Writer(base, (element) => left.has(element))
  writer.write(main)
  const whole = writer.done()
  const own = trim(whole, known)
  // A page of nothing but links is still the text that it is.
  const written = own.text === '' ? whole : own
  const notes = [...more.notes, ...checkPaywall(tree, written.text, whole.text)]
  return { ...known, charset: more.charset, ...written, notes }
}
