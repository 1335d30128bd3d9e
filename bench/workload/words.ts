// Words for the workload: sentences that mean nothing but weigh what real ones weigh.

import type { Localised } from '#lib/languages.ts'
import type { Random } from './random.ts'

export const words =
  `accord action agency agreement aid airspace annual arms army assessment assistance authority
balance bilateral border briefing budget calls capacity carbon centre chemical civil clean climate coast committee
common communication concrete conference consular contact controls convention cooperation council counter crisis
currency customs data debt declaration defence delegation deputy dialogue digital diplomats direct directive draft
drug early economic education electric emission energy envoy exchange expert export fentanyl finance fishery flight
follow food formal forum framework fund general goods governance grain group growth guideline harbour health hold
hotline human implementation import industry information inspection institute intelligence international invest
joint language launch law leaders learn legal level list maritime market measure mechanism medical meeting member
military mineral minister mission monitor museum national naval network notice nuclear observer ocean office
official open partner patrol payment permit plan platform police policy port precursor principle private process
programme progress project protect protocol public quarter readout reduce regional register regular release report
research resume review rights risk road round rule safety sanction schedule school science scholar sea secretary
sector security senior service share shipment signal space staff standard state statement steel student summit
supply support sustain system talks target tariff task technical technology terms text theatre tourism trade traffic
train transfer transit transport treaty university update vaccine verify vessel visa visit water welcome working`.split(
    /\s+/,
  )
const small = 'of the and to in for with on by from a at under between'.split(' ')
export const han = [
  ...'双方同意加强合作推动对话保持沟通禁毒人文交流气候安全经济贸易会议落实承诺进展部长代表团专家小组',
]

export function phrase(random: Random, length: number): string {
  let text = random.pick(words)
  for (let each = 1; each < length; each++)
    text += ` ${random.chance(0.3) ? random.pick(small) : random.pick(words)}`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export const sentence = (random: Random): string => `${phrase(random, random.int(12, 28))}.`

export function sentences(random: Random, n: number): string {
  return Array.from({ length: n }, () => sentence(random)).join(' ')
}

/** English always, and Chinese for three in ten. */
export function inBoth(random: Random, en: string): Localised {
  if (!random.chance(0.3)) return { en }
  const zh = Array.from({ length: Math.ceil(en.length / 4) }, () => random.pick(han)).join('')
  return { en, zh }
}

export type Text = { text: string; sentences: { start: number; end: number }[] }

/** A text of `length` characters or a little more, in paragraphs, which knows where its sentences stand. */
export function article(random: Random, length: number): Text {
  const found: Text['sentences'] = []
  let text = ''
  while (text.length < length) {
    if (text) text += found.length % 5 === 0 ? '\n\n' : ' '
    const start = text.length
    text += sentence(random)
    found.push({ start, end: text.length })
  }
  return { text, sentences: found }
}
