// Logistic regression: what accepted and dismissed proposals teach, as small weights for words.

import { tellingWords } from '#engines/proposing/matcher.ts'
import { tokens } from '#engines/proposing/words.ts'

export type Example = { text: string; ref: string; accepted: boolean }
/** `words` by commitment and, under "", what holds for all; `dismissed` sentences by commitment never return. */
export type FeedbackModel = {
  words: Record<string, Record<string, number>>
  dismissed: Record<string, string[]>
}

const everyone = ''
const rounds = 6
const rate = 0.35
/** What is learnt for one commitment may move further than what is carried over to all. */
const shared = 0.4
const shrink = 0.02

const odds = (score: number) => Math.log(score / (1 - score))
const chance = (logit: number) => 1 / (1 + Math.exp(-logit))
const plainly = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

export function tellingWordsOf(text: string): string[] {
  return [...new Set(tellingWords(tokens(text)))]
}

function sumOf(weights: FeedbackModel, ref: string, words: string[]): number {
  const [own, all] = [weights.words[ref] ?? {}, weights.words[everyone] ?? {}]
  const sum = words.reduce((total, word) => total + (own[word] ?? 0) + shared * (all[word] ?? 0), 0)
  return sum / Math.sqrt(Math.max(1, words.length))
}

/** Logistic regression by small steps, in the order given; later lessons weigh no more than earlier ones. */
export function trainModel(examples: Example[]): FeedbackModel {
  const weights: FeedbackModel = { words: Object.create(null), dismissed: Object.create(null) }
  weights.words[everyone] = Object.create(null)
  const lessons = examples.map((each) => ({ ...each, words: tellingWordsOf(each.text) }))
  for (let round = 0; round < rounds; round += 1)
    for (const { ref, words, accepted } of lessons) {
      weights.words[ref] ??= Object.create(null)
      const error = (accepted ? 1 : 0) - chance(sumOf(weights, ref, words))
      const step = (rate * error) / Math.sqrt(Math.max(1, words.length))
      for (const [table, size] of [
        [weights.words[ref] ?? {}, 1],
        [weights.words[everyone] ?? {}, shared],
      ] as const)
        for (const word of words) table[word] = (table[word] ?? 0) * (1 - shrink) + step * size
    }
  for (const { ref, text, accepted } of examples) {
    const said = plainly(text)
    const left = (weights.dismissed[ref] ?? []).filter((each) => each !== said)
    weights.dismissed[ref] = accepted ? left : [...left, said]
  }
  return weights
}

/** The score moved by what was learnt; nothing of it can be made certain, and a dismissed sentence is gone. */
export function adjustedScore(
  weights: FeedbackModel,
  ref: string,
  words: string[],
  text: string,
  score: number,
): number {
  if (weights.dismissed[ref]?.includes(plainly(text))) return 0
  if (score <= 0) return 0
  return chance(odds(Math.min(score, 0.99)) + sumOf(weights, ref, words))
}
