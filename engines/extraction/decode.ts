// Content sniffing and charset detection: what captured bytes really are, and their text.

import { detect } from 'chardet'
import sniffEncoding from 'html-encoding-sniffer'
import { CaptureFailure } from '#engines/fetching/faults.ts'

type DocumentForm = 'html' | 'pdf' | 'text'
type Decoded = { text: string; charset: string; notes: string[] }

// The first bytes of pictures, archives, sounds and programs.
const foreign = [
  '\x89PNG',
  'GIF8',
  '\xFF\xD8\xFF',
  'PK\x03\x04',
  '\x1F\x8B',
  'Rar!',
  'RIFF',
  '\xD0\xCF\x11\xE0',
  '\x7FELF',
  'ID3',
  'OggS',
  '7z\xBC\xAF',
]
const html =
  /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype|html|head|body|meta|title|article|main|div|section|h1|p)\b/i

/** What the bytes are, whatever the header or the ending of the name says. */
export function formOf(bytes: Uint8Array, contentType: string | null): DocumentForm {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const said = contentType ?? ''
  // PDF readers accept some bytes of rubbish before the mark.
  if (/^[\s\S]{0,1023}?%PDF-\d/.test(head) && !/^\s*</.test(head)) return 'pdf'
  if (/pdf/i.test(said)) throw new CaptureFailure('file-lies')
  const isWide = ['\xFF\xFE', '\xFE\xFF', '<\0', '\0<'].some((start) => head.startsWith(start))
  const isForeign = foreign.some((start) => head.startsWith(start)) || (!isWide && head.includes('\0'))
  if (isForeign) throw new CaptureFailure(/html|xml|text/i.test(said) ? 'file-lies' : 'wrong-type')
  return isWide || /html|xml/i.test(said) || html.test(head) ? 'html' : 'text'
}

/** The text in the charset of the BOM, the header, the page's own word, or else the likeliest one, which is noted. */
export function decode(bytes: Uint8Array, contentType: string | null): Decoded {
  const said = /charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType ?? '')?.[1]
  const sniffed = sniffEncoding(bytes, {
    ...(said ? { transportLayerEncodingLabel: said } : {}),
    defaultEncoding: 'unknown',
    maxPrescanBytes: 16_384,
  }) as string
  if (sniffed !== 'unknown') return read(bytes, sniffed, [])
  if (isUtf8(bytes)) return read(bytes, 'utf-8', [])
  const guess = detect(bytes.subarray(0, 200_000)) ?? 'windows-1252'
  const known = isKnown(guess) ? guess : 'windows-1252'
  return read(bytes, known, [`The page does not say its charset; it was read as ${known}.`])
}

function read(bytes: Uint8Array, charset: string, notes: string[]): Decoded {
  // A page that is UTF-8 throughout and says otherwise is a common fault of old sites.
  const name =
    charset.toLowerCase() === 'windows-1252' && notes.length === 0 && hasMultibyte(bytes) ? 'utf-8' : charset
  const text = new TextDecoder(name).decode(bytes)
  const broken = text.split('\uFFFD').length - 1
  if (broken > 20 && broken > text.length / 1000)
    notes = [...notes, `Some characters could not be read in the charset ${name}.`]
  return { text, charset: name.toLowerCase(), notes }
}

function hasMultibyte(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 127) && isUtf8(bytes)
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function isKnown(charset: string): boolean {
  try {
    return Boolean(new TextDecoder(charset))
  } catch {
    return false
  }
}
