// Breaks text into lines for pictures, where no font is at hand to measure it (text width estimate, line breaking).

// Bold letters are wider; Han fill their square in every weight.
const boldly = 1.06

/** How wide a text will be, about: letters count by their kind, and nothing is cut too late. */
export function textWidth(said: string, size: number, isBold = false): number {
  let ems = 0
  for (const sign of said) {
    const em = emsOf(sign)
    ems += isBold && em < 1 ? em * boldly : em
  }
  return ems * size
}

function emsOf(sign: string): number {
  if (/[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\u3000-\u303f“”‘’…]/u.test(sign)) return 1
  if (/[ijlIt.,:;'|!()f]/.test(sign)) return 0.34
  if (/[mwMW@%]/.test(sign)) return 0.88
  return /[A-Z]/.test(sign) ? 0.66 : sign === ' ' ? 0.26 : 0.56
}

const words = new Intl.Segmenter('und', { granularity: 'word' })
const characters = new Intl.Segmenter('und', { granularity: 'grapheme' })
const longest = 2_000

/** A text in lines no wider than `most`, broken where its script breaks; what is beyond the last line becomes “…”. */
export function wrapText(said: string, size: number, most: number, limit: number, isBold = false): string[] {
  const isOver = (text: string) => textWidth(text, size, isBold) > most
  const found: string[] = []
  let line = ''
  for (const { piece, mayBreak } of piecesOf(said.slice(0, longest), isOver)) {
    if (line && mayBreak && isOver((line + piece).trimEnd())) {
      found.push(line.trimEnd())
      if (found.length > limit) break
      line = ''
    }
    line += piece
  }
  if (line.trim()) found.push(line.trimEnd())
  if (found.length <= limit) return found
  return [...found.slice(0, limit - 1), clipped(found[limit - 1] ?? '', isOver)]
}

/** Words and what is between them; a word that is wider than a line is broken anywhere. */
function piecesOf(said: string, isOver: (text: string) => boolean): { piece: string; mayBreak: boolean }[] {
  const pieces: { piece: string; mayBreak: boolean }[] = []
  let opening = ''
  for (const { segment, isWordLike = false } of words.segment(said)) {
    // An opening bracket stays with the word after it; a comma or a closing bracket with the one before it.
    if (/^[\p{Ps}\p{Pi}]+$/u.test(segment)) {
      opening += segment
      continue
    }
    const piece = opening + segment
    const signs = isOver(piece) ? [...characters.segment(piece)].map((each) => each.segment) : null
    if (signs) pieces.push(...signs.map((sign) => ({ piece: sign, mayBreak: true })))
    else pieces.push({ piece, mayBreak: isWordLike || opening !== '' })
    opening = ''
  }
  return opening ? [...pieces, { piece: opening, mayBreak: true }] : pieces
}

function clipped(said: string, isOver: (text: string) => boolean): string {
  const signs = [...characters.segment(said)].map(({ segment }) => segment)
  while (signs.length && isOver(`${signs.join('')}…`)) signs.pop()
  return `${signs.join('').trimEnd()}…`
}
