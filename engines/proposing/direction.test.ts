import { expect, test } from 'vitest'
import { directionOf } from '#engines/proposing/direction.ts'

const supports = [
  'Norway and Sweden resumed their talks on fisheries.',
  'The ministers welcomed the launch of the joint group.',
  'Both sides are also resuming calls between commanders.',
  'Norway announced that it will begin inspecting vessels.',
  'They discussed the border and agreed to hold a second round in June.',
  'Norway will halt shipments of the chemicals used by smugglers.',
  'The delegations met in Oslo to discuss the safety of AI.',
  'Flights resumed after being suspended in March.',
  'Sweden lifted its ban on fish.',
  '双方宣布恢复军事对话。',
  '两国商定建立工作组。',
]
const contradicts = [
  'Norway suspended the talks on Monday.',
  'The talks will not be held, the ministry said.',
  'Sweden has failed to stop the flow of drugs.',
  'Sweden has not acted against the traffickers.',
  'The ministry said that it had decided to cancel the visit.',
  'Norway declined to take part in the call.',
  'Sweden withdrew from the agreement.',
  '中方决定中止两军会谈。',
  '暂停禁毒合作。',
]
const context = [
  'The leaders discussed the resumption of talks.',
  'They reaffirmed the importance of what was established.',
  'They pressed for continued progress.',
  'Both sides agreed not to suspend the talks and to continue to meet.',
  'She urged Norway to halt the drills.',
  'They committed to work towards more flights.',
  'They noted the importance of the talks held last year.',
  'They looked for ways to halt trafficking.',
  'They discussed how to avoid halting the talks.',
  '双方重申愿继续对话。',
  '双方强调避免中断对话。',
]

test.each(supports)('supports: %s', (text) => expect(directionOf(text).direction).toBe('supports'))
test.each(contradicts)('contradicts: %s', (text) => expect(directionOf(text).direction).toBe('contradicts'))
test.each(context)('context: %s', (text) => expect(directionOf(text).direction).toBe('context'))

test('the words that told are in the sentence', () => {
  const { cue } = directionOf('Norway suspended the talks.')
  expect('Norway suspended the talks.'.slice(cue?.start, cue?.end)).toBe('suspended')
  expect(directionOf('A quiet day.')).toEqual({ direction: 'context', cue: null })
})

test.each([
  ['Chinese without an end', '中止禁毒停'],
  ['dashes', 'halt -—’-'],
  ['words', 'to halt the '],
  ['accents', 'éàü '],
  ['negations', 'not after '],
  ['progress', 'made no welcomed the first '],
])('%s take no time, however long', (_, piece) => {
  const begun = performance.now()
  directionOf(piece.repeat(Math.ceil(20_000 / piece.length)))
  expect(performance.now() - begun).toBeLessThan(3000)
})
