// Turns the bytes of a page into characters: by its byte order mark, its header, its own word, or a guess.

import { analyse } from 'chardet'
import sniff from 'html-encoding-sniffer'

export type Decoded = { text: string; charset: string; note: string | null }

/**
 * The characters of HTML or plain text (WHATWG Encoding; the order is that of the HTML standard, 13.2.3.2). `note`
 * is a sentence for the analyst when nothing said which encoding it is, or when some bytes fit none.
 */
export function decoded(bytes: Uint8Array, contentType: string | null): Decoded {
  const label = /charset\s*=\s*["']?([\w-]+)/i.exec(contentType ?? '')?.[1]
  const nothing = 'x-user-defined'
  const known = sniff(bytes, {
    defaultEncoding: nothing,
    ...(label ? { transportLayerEncodingLabel: label } : {}),
  })
  if (known !== nothing) return read(bytes, known, null)
  const utf8 = readStrictly(bytes)
  if (utf8 !== null) return { text: utf8, charset: 'UTF-8', note: null }
  const guess =
    analyse(bytes.subarray(0, 200_000)).find(({ name }) => isReadable(name))?.name ?? 'windows-1252'
  return read(bytes, guess, `The page does not say how its characters are encoded; ${guess} was guessed.`)
}

function isReadable(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== ''
  } catch {
    return false
  }
}

function readStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function read(bytes: Uint8Array, charset: string, note: string | null): Decoded {
  const text = new TextDecoder(charset).decode(bytes)
  const lost = text.split('\uFFFD').length - 1
  const broken = lost
    ? `${lost} ${lost === 1 ? 'character' : 'characters'} could not be read and stand as \uFFFD.`
    : null
  return { text, charset, note: [note, broken].filter(Boolean).join(' ') || null }
}
