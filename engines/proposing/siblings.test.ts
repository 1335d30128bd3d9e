import { expect, test } from 'vitest'
import { type CommitmentText, propose } from '#engines/proposing/rank.ts'

const parties = ['NO', 'SE']
const about = (ref: string, text: string): CommitmentText => ({ ref, title: text, text, parties })
const all = [
  about('PATROLS', 'Fight drug smuggling with joint harbour patrols.'),
  about('JUDGES', 'Fight drug smuggling by meetings of judges.'),
]
const lead = 'The ministers of Norway and Sweden met in Oslo. '
const scores = (sentence: string) =>
  Object.fromEntries(
    propose({ text: lead + sentence, title: null, language: null }, all).map((each) => [
      each.commitment,
      each.score,
    ]),
  )

test('of two commitments of one area, the one whose own words are used comes first', () => {
  const { PATROLS = 0, JUDGES = 0 } = scores('They began harbour patrols against drug smuggling.')
  expect(PATROLS).toBeGreaterThan(JUDGES)
})

test('a sentence on the whole area speaks to both alike', () => {
  const { PATROLS, JUDGES } = scores('They launched talks on drug smuggling.')
  expect(PATROLS).toBe(JUDGES)
  expect(PATROLS).toBeGreaterThan(0.5)
})
