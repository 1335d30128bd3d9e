// How well the right sentences are proposed: recall, quiet, direction and precision over a folder with gold labels.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { command, UserError } from '#bin/steps.mjs'
import { type CommitmentText, type Proposed, propose } from '#engines/proposing/rank.ts'

type Gold = { text: string; areas: string[]; direction: string | null; ignore: boolean }
type Labelled = { title?: string; related: boolean; sentences: Gold[] }

const directions: Record<string, string> = {
  advance: 'supports',
  setback: 'contradicts',
  restates: 'context',
}
const spaced = (text: string) => text.replace(/\s+/g, ' ')
/** A proposal is the gold sentence when one holds the other, or they share most of their words. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [spaced(one), spaced(other)]
  if (a.includes(b) || b.includes(a)) return Math.min(a.length, b.length) > 0.5 * Math.max(a.length, b.length)
  const words = new Set(b.split(' '))
  const own = a.split(' ')
  return own.filter((word) => words.has(word)).length > 0.8 * Math.max(own.length, words.size)
}
const mean = (list: number[]) => list.reduce((sum, each) => sum + each, 0) / Math.max(1, list.length)
const shown = (share: number, count: number) => `${share.toFixed(3)}  (${count})`

await command(async () => {
  const folder = process.argv[2]
  if (!folder)
    throw new UserError('npm run bench:propose -- DIR: a folder with gold.json, commitments.json and *.txt')
  const gold: Record<string, Labelled> = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8'))
  const commitments: CommitmentText[] = JSON.parse(readFileSync(join(folder, 'commitments.json'), 'utf8'))
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => name.slice(0, -4))
  const recalls: number[] = []
  const quiet: number[] = []
  const right: number[] = []
  const precise: number[] = []
  const faults: string[] = []
  const times: number[] = []
  for (const name of names) {
    const labelled = gold[name]
    if (!labelled) continue
    const text = readFileSync(join(folder, `${name}.txt`), 'utf8')
    const begun = performance.now()
    const proposed = propose({ text, title: null, language: 'en' }, commitments)
    times.push(performance.now() - begun)
    if (!labelled.related) {
      quiet.push(proposed.length === 0 ? 1 : 0)
      for (const each of proposed)
        faults.push(`${name}: not quiet · ${each.commitment} ${each.score} · ${each.text}`)
      continue
    }
    const matching = (each: Proposed) =>
      labelled.sentences.filter((sentence) => isSame(sentence.text, each.text))
    for (const { ref } of commitments) {
      const wanted = labelled.sentences.filter(({ areas, ignore }) => areas.includes(ref) && !ignore)
      const mine = proposed.filter(({ commitment }) => commitment === ref).slice(0, 5)
      for (const each of mine) {
        const same = matching(each)
        if (same.some(({ ignore }) => ignore)) continue
        const isRight = same.some(({ areas }) => areas.includes(ref))
        precise.push(isRight ? 1 : 0)
        if (!isRight) faults.push(`${name}: beside it · ${ref} ${each.score} · ${each.text}`)
      }
      if (wanted.length === 0) continue
      const hit = wanted.filter((sentence) => mine.some((each) => isSame(sentence.text, each.text)))
      recalls.push(hit.length / Math.min(5, wanted.length))
      for (const sentence of wanted) {
        const found = mine.find((each) => isSame(sentence.text, each.text))
        if (!found) faults.push(`${name}: missed · ${ref} · ${sentence.text}`)
        else if (sentence.direction) {
          const isRight = found.direction === directions[sentence.direction]
          right.push(isRight ? 1 : 0)
          if (!isRight)
            faults.push(
              `${name}: ${found.direction}, not ${directions[sentence.direction]} · ${sentence.text}`,
            )
        }
      }
    }
  }
  for (const fault of faults) console.log(fault)
  console.log(`\nrecall@5            ${shown(mean(recalls), recalls.length)}`)
  console.log(`quiet on unrelated  ${shown(mean(quiet), quiet.length)}`)
  console.log(`direction           ${shown(mean(right), right.length)}`)
  console.log(`precision           ${shown(mean(precise), precise.length)}`)
  console.log(`time a document     ${mean(times).toFixed(1)} ms`)
  return 0
})
