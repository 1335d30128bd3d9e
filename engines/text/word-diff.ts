// Word diff: tells two texts of one article apart, word by word, Chinese too, in bounded time.

import { diffArrays } from 'diff'

export type WordChange = { kind: 'same' | 'added' | 'removed'; text: string }
/** What became of one paragraph, or of a stretch of them that is the same in both texts. */
export type Change =
  | { kind: 'unchanged'; count: number; text: string }
  | { kind: 'added' | 'removed'; text: string }
  | { kind: 'changed'; words: WordChange[] }

/** The changes that lead from one text to the other, in order of the newer. Empty paragraphs do not count. */
export function changesBetween(before: string, after: string, language: string): Change[] {
  const [olds, news] = [paragraphsOf(before), paragraphsOf(after)]
  const steps = diffArrays(olds, news, { maxEditLength: mostSteps }) ?? [
    { value: olds, removed: true, added: false },
    { value: news, removed: false, added: true },
  ]
  const changes: Change[] = []
  let gone: string[] = []
  for (const { value, removed, added } of steps) {
    if (removed) gone = value
    else if (added) {
      changes.push(...aligned(gone, value, language))
      gone = []
    } else {
      changes.push(...alone('removed', gone))
      gone = []
      changes.push({ kind: 'unchanged', count: value.length, text: value.join('\n') })
    }
  }
  return [...changes, ...alone('removed', gone)]
}

const mostSteps = 2_000

function paragraphsOf(text: string): string[] {
  return text.split('\n').filter((paragraph) => paragraph.trim() !== '')
}

function alone(kind: 'added' | 'removed', paragraphs: string[]): Change[] {
  return paragraphs.map((text) => ({ kind, text }))
}

/** Paragraphs of both sides that are about the same are one that changed; the others came or went. */
function aligned(gone: string[], come: string[], language: string): Change[] {
  if (gone.length * come.length > mostPairs) return [...alone('removed', gone), ...alone('added', come)]
  const [olds, news] = [gone.map(wordsIn), come.map(wordsIn)]
  // best[i][j]: how much likeness can be had from the paragraphs from i and from j on, without crossing.
  const best = Array.from({ length: gone.length + 1 }, () => new Float64Array(come.length + 1))
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  const likeness = (i: number, j: number) => shared(olds[i] ?? [], news[j] ?? [])
  for (let i = gone.length - 1; i >= 0; i--)
    for (let j = come.length - 1; j >= 0; j--) {
      const alike = likeness(i, j)
      const pair = alike >= leastAlike ? alike + at(i + 1, j + 1) : 0
      const row = best[i]
      if (row) row[j] = Math.max(pair, at(i + 1, j), at(i, j + 1))
    }
  const changes: Change[] = []
  let [i, j] = [0, 0]
  while (i < gone.length || j < come.length) {
    const [old, now] = [gone[i], come[j]]
    const isPair = old !== undefined && now !== undefined && at(i, j) > Math.max(at(i + 1, j), at(i, j + 1))
    if (isPair) changes.push({ kind: 'changed', words: wordsBetween(old, now, language) })
    else if (old !== undefined && (now === undefined || at(i, j) === at(i + 1, j)))
      changes.push({ kind: 'removed', text: old })
    else if (now !== undefined) changes.push({ kind: 'added', text: now })
    if (isPair || changes.at(-1)?.kind === 'removed') i++
    if (isPair || changes.at(-1)?.kind === 'added') j++
  }
  return changes
}

const mostPairs = 20_000
const leastAlike = 0.4

function wordsIn(paragraph: string): string[] {
  return paragraph.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []
}

function shared(one: string[], other: string[]): number {
  const words = new Set(one)
  const common = other.filter((word) => words.has(word)).length
  return one.length + other.length === 0
    ? 1
    : (2 * Math.min(common, one.length)) / (one.length + other.length)
}

/** What changed inside one paragraph: by words, or by sentences where too many words did. */
export function wordsBetween(before: string, after: string, language: string): WordChange[] {
  for (const granularity of ['word', 'sentence'] as const) {
    const segmenter = new Intl.Segmenter(language, { granularity })
    const cut = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment)
    const steps = diffArrays(cut(before), cut(after), { maxEditLength: mostWords })
    if (steps) return readable(steps.map(({ value, added, removed }) => said(value.join(''), added, removed)))
  }
  return [said(before, false, true), said(after, true, false)]
}

const mostWords = 1_000

function said(text: string, added: boolean, removed: boolean): WordChange {
  return { kind: added ? 'added' : removed ? 'removed' : 'same', text }
}

/** One change of several words instead of many of one word with only a space between them. */
function readable(words: WordChange[]): WordChange[] {
  const merged: WordChange[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed) merged.push({ kind: 'removed', text: removed })
    if (added) merged.push({ kind: 'added', text: added })
    ;[removed, added] = ['', '']
  }
  for (const [at, { kind, text }] of words.entries()) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (/^\s+$/.test(text) && removed && added && at < words.length - 1)
      [removed, added] = [removed + text, added + text]
    else {
      flush()
      merged.push({ kind, text })
    }
  }
  flush()
  return merged
}
