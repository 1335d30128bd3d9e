// Text normalisation (Unicode folding) with an offset map: a copy of a text in which look-alikes are alike,
// with the way back to the original. Pure, and safe in the browser.

/**
 * `text` is the copy. The character at `i` in it came from `offsets[i]` to `ends[i]` of the original: always the whole
 * of what a reader sees as one character (UAX 29), never half of a surrogate pair, of a base with its marks or of an
 * emoji. `offsets` has one entry more, the length of the original.
 */
export type Folded = { text: string; offsets: number[]; ends: number[] }

/** Spaces become one (none between Chinese characters), invisible marks go, quotes, dashes, widths and cases are alike. */
export function folded(text: string): Folded {
  const copy = new Copy()
  const length = text.length
  for (let at = 0; at < length; ) {
    if (isPlain(text, at) && (at + 1 >= length || isPlain(text, at + 1))) {
      const unit = text.charCodeAt(at)
      copy.add(foldOfUnit(unit), at, at + 1, isDense(unit))
      at += 1
      continue
    }
    let to = at + 1
    while (to < length && !(isPlain(text, to - 1) && isPlain(text, to))) to++
    for (const { segment, index } of clusters.segment(text.slice(at, to)))
      copy.add(foldOf(segment), at + index, at + index + segment.length, isDense(segment.codePointAt(0) ?? 0))
    at = to
  }
  return copy.finish(length)
}

/** Where text may be cut near `at` without dividing what a reader sees as one character: at or before, or at or after. */
export function wholeAt(text: string, at: number, side: 'before' | 'after'): number {
  if (at <= 0 || at >= text.length || (isPlain(text, at - 1) && isPlain(text, at))) return at
  let [from, to] = [at - 1, at]
  while (from > 0 && at - from < longestCluster && !(isPlain(text, from - 1) && isPlain(text, from))) from--
  while (to < text.length && to - at < longestCluster && !(isPlain(text, to - 1) && isPlain(text, to))) to++
  const within = clusters.segment(text.slice(from, to)).containing(at - from)
  if (!within || from + within.index === at) return at
  return side === 'before' ? from + within.index : from + within.index + within.segment.length
}

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' })
const longestCluster = 256

class Copy {
  private text = ''
  private readonly offsets: number[] = []
  private readonly ends: number[] = []
  private space: { at: number; end: number } | null = null
  private last = ''
  private wasDense = false

  add(unit: string, at: number, end: number, isDense: boolean): void {
    if (unit === '') return
    if (unit === ' ') {
      this.space = { at: this.space?.at ?? at, end }
      return
    }
    if (this.space && !(this.wasDense && isDense)) {
      this.put(' ', this.space.at, this.space.end)
      this.last = ' '
    }
    this.space = null
    // Chinese sets a dash as two and an ellipsis as two: runs of them are one.
    if (unit === '-' && this.last === '-') this.ends[this.ends.length - 1] = end
    else if (unit === '...' && this.last === '...') this.ends.fill(end, -3)
    else this.put(unit, at, end)
    this.last = unit
    this.wasDense = isDense
  }

  private put(unit: string, at: number, end: number): void {
    for (let each = 0; each < unit.length; each++) {
      this.offsets.push(at)
      this.ends.push(end)
    }
    this.text += unit
  }

  finish(length: number): Folded {
    if (this.space) this.put(' ', this.space.at, this.space.end)
    this.offsets.push(length)
    return { text: this.text, offsets: this.offsets, ends: this.ends }
  }
}

/** Chinese and Japanese characters and their punctuation, between which a line end is no space. */
function isDense(point: number): boolean {
  return (
    (point >= 0x2e80 && point <= 0x30ff) ||
    (point >= 0x3400 && point <= 0x9fff) ||
    (point >= 0xf900 && point <= 0xfaff) ||
    (point >= 0xff01 && point <= 0xff9f && !/[０-９Ａ-Ｚａ-ｚ]/.test(String.fromCharCode(point))) ||
    (point >= 0x20000 && point <= 0x3ffff)
  )
}

// What is never one character alone: marks, halves, jamo, joiners, pictures, and what Unicode lets stand before a letter.
const rough =
  /[\p{M}\p{Cs}\p{Extended_Pictographic}\r\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u0D4E\u0E33\u0EB3\u1100-\u11FF\u200C-\u200D\uA960-\uA97F\uD7B0-\uD7FF\uFF9E\uFF9F]/u
const plainness = new Uint8Array(0x10000)
const unitFolds: string[] = []

function isPlain(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  const known = plainness[unit]
  if (known) return known === 1
  plainness[unit] = rough.test(String.fromCharCode(unit)) ? 2 : 1
  return plainness[unit] === 1
}

function foldOfUnit(unit: number): string {
  const known = unitFolds[unit]
  if (known !== undefined) return known
  const fold = foldOf(String.fromCharCode(unit))
  unitFolds[unit] = fold
  return fold
}

function foldOf(character: string): string {
  const known = folds.get(character)
  if (known !== undefined) return known
  const fold = foldAnew(character)
  if (folds.size < 20_000 && character.length < 16) folds.set(character, fold)
  return fold
}

const folds = new Map<string, string>()

function foldAnew(character: string): string {
  const seen = character.replace(
    /\p{Extended_Pictographic}/u.test(character) ? variants : /\p{Default_Ignorable_Code_Point}/gu,
    '',
  )
  if (/^\s+$/u.test(seen)) return ' '
  return seen
    .replace(/[\u2018-\u201B\u2032\u2039\u203A\u02BC\u0060\u00B4]/g, "'")
    .replace(/[\u201C-\u201F\u2033\u00AB\u00BB\u300C-\u300F\u301D-\u301F]/g, '"')
    .replace(/[\p{Pd}\u2212\u2500]/gu, '-')
    .replace(/[\u2E80-\u2EF3]/g, (radical) => radicals[radical.charCodeAt(0) - 0x2e80] ?? radical)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll('ς', 'σ')
}

const variants = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu

// U+2E80 to U+2EF3, which PDFs yield for whole characters and NFKC leaves alone: EquivalentUnifiedIdeograph.txt of the
// Unicode Character Database; the two without an equivalent stand for themselves.
const radicals = Array.from(
  '⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
)
