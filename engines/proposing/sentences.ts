// Sentence segmentation (UAX 29): where sentences begin and end,
// in English and Chinese, with what Unicode's rules get wrong repaired.

export type Sentence = { text: string; start: number; end: number; paragraph: number }

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** After these a full stop ends no sentence, whatever follows. */
const never =
  /(?:^|[\s(“"'‘[])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Brig|Gov|Sen|Rep|Amb|Hon|Rev|St|Messrs|Pres|Sec|No|Nos|Art|Arts|para|paras|Vol|pp?|ed|eds|cf|vs?|viz|e\.g|i\.e|approx|ca|Fig|Mt|Ft|\p{Lu})\.$/u
/** After these it ends one only when what follows looks like a beginning. */
const perhaps =
  /(?:(?:\p{L}\.){2,}|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|etc|al|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|dept|est|gov|govt)\.)$/u
const beginning =
  /^["“‘'(]?(?:The|This|These|That|Those|They|He|She|It|We|I|In|On|At|As|For|By|To|From|With|Both|Each|All|And|But|However|After|Before|During|When|While|If|Its|Their|His|Her|Our|There|Such|Mr|Mrs|Ms|Dr|A|An)\b/
const bullet = /^(?:[•●▪◦‣·–—*-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+/u
/** A longer stretch without a full stop is cut at its semicolons, so that a proposal stays readable. */
const longest = 900
/** Nobody quotes a sentence longer than this: it is a table or a fault, and cut at any space. */
const limit = 2000
const endless = new RegExp(`.{1,${limit}}(?:[\\s,，]|$)|.{1,${limit}}`, 'gsu')

function isJoined(before: string, after: string): boolean {
  const end = before.trimEnd()
  if (never.test(end) || /^\(?(?:\d{1,3}|[ivx]{1,5})[.)]$/.test(end)) return true
  if (perhaps.test(end)) return !beginning.test(after)
  // A question inside quotation marks, a footnote's bracket.
  if (/[.?!]["”’')\]]+$/.test(end) && /^\p{Ll}/u.test(after)) return true
  return /\.$/.test(end) ? /^[\p{Ll},;:)]/u.test(after) : /\[$/.test(end)
}

/** Where Unicode sees no end: a footnote's number or a missing space after the stop; clauses of overlong lists. */
function divide(piece: string): string[] {
  const parts = piece.split(
    /(?<=[\p{Ll}\d)][.!?]["”’]?(?:\[\d+\])+)(?=\s*["“]?\p{Lu})|(?<=[。！？!?；]”?)(?=\p{Script=Han})/u,
  )
  return parts
    .flatMap((part) => (part.length > longest ? part.split(/(?<=[;；]\s?)/u) : [part]))
    .flatMap((part) => (part.length > limit ? (part.match(endless) ?? []) : [part]))
}

/** The sentences of one line, whose pieces together are the whole line. */
function piecesOf(line: string): string[] {
  const cuts = [0]
  for (const { segment, index } of segmenter.segment(line)) {
    // Of what stands before, the last words tell.
    const before = line.slice(Math.max(cuts.at(-1) ?? 0, index - 60), index)
    if (index > 0 && !isJoined(before, segment)) cuts.push(index)
  }
  return cuts.flatMap((cut, at) => divide(line.slice(cut, cuts[at + 1])))
}

/** Line ends always divide; white space and list marks around a sentence do not belong to it. */
export function sentences(text: string): Sentence[] {
  const found: Sentence[] = []
  let paragraph = 0
  for (const { 0: line, index } of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    let at = index
    paragraph += 1
    for (const piece of piecesOf(line)) {
      const lead = piece.length - piece.trimStart().length
      const start = at + lead + (bullet.exec(piece.trim())?.[0].length ?? 0)
      const end = at + piece.trimEnd().length
      at += piece.length
      if (end > start) found.push({ text: text.slice(start, end), start, end, paragraph })
    }
  }
  return found
}
