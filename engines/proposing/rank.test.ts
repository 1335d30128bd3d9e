import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { trainModel } from '#engines/proposing/feedback-model.ts'
import { type CommitmentText, propose } from '#engines/proposing/rank.ts'
import { RUNS } from '#testing/runs.ts'

const parties = ['NO', 'BR']
const drugs: CommitmentText = {
  ref: 'DRUGS',
  title: 'Fight against drugs',
  text: 'Resume cooperation against illicit drugs and establish a working group.',
  parties,
}
const flights: CommitmentText = {
  ref: 'FLIGHTS',
  title: 'More flights',
  text: 'Increase passenger flights.',
  parties,
}
const forests: CommitmentText = {
  ref: 'BONES',
  title: 'Return of the Lund fossils',
  text: 'Return the fossils of the Lund collection to the museum in Minas Gerais.',
  parties,
}
const all = [drugs, flights, forests]
const saying = (text: string, title: string | null = null) => propose({ text, title, language: null }, all)
const lead = 'The foreign ministers of Norway and Brazil met in Oslo on Friday. '

describe('what is proposed', () => {
  test('the sentence, verbatim, with its place, its direction and the words that led to it', () => {
    const text = `${lead}They launched a working group on counternarcotics. They spoke of the weather.`
    const sentence = 'They launched a working group on counternarcotics.'
    const [proposed, ...others] = saying(text)
    expect(others).toEqual([])
    expect(proposed).toMatchObject({ commitment: 'DRUGS', text: sentence, direction: 'supports' })
    expect(text.slice(proposed?.start, proposed?.end)).toBe(sentence)
    expect(proposed?.because).toEqual(['counternarcotics', 'launched'])
  })

  test('a sentence may speak to several commitments', () => {
    const text = `${lead}They reviewed progress on counternarcotics and on direct flights between the two countries.`
    expect(
      saying(text)
        .map((each) => each.commitment)
        .sort(),
    ).toEqual(['DRUGS', 'FLIGHTS'])
  })

  test('a sentence that points back at one that counts is taken along', () => {
    const text = `${lead}Norway and Brazil began joint patrols against cocaine. This cooperation will continue next year.`
    expect(saying(text).map((each) => each.text.slice(0, 4))).toEqual(['Norw', 'This'])
  })

  test('an area without a vocabulary is known by the words of the commitment', () => {
    const text = `${lead}Norway handed over forty fossils of the Lund collection. The museum of Oslo reopens soon.`
    expect(saying(text).map((each) => each.commitment)).toEqual(['BONES'])
  })

  test('Chinese sentences are found for an English commitment', () => {
    const us = { ...drugs, parties: ['US', 'CN'] }
    const text = '中美两国代表在日内瓦会晤。双方宣布恢复禁毒合作。天气很好。'
    const proposed = propose({ text, title: null, language: 'zh' }, [us])
    expect(proposed).toMatchObject([{ text: '双方宣布恢复禁毒合作。', direction: 'supports' }])
  })

  test('Chinese words of a commitment find it in an area without a vocabulary, and common ones do not', () => {
    const made = { ...forests, text: '归还隆德收藏的化石。', parties: ['US', 'CN'] }
    const said = (text: string) =>
      propose({ text: `中美两国代表会晤。${text}`, title: null, language: 'zh' }, [made])
    expect(said('中方归还了隆德收藏的化石。')).toHaveLength(1)
    expect(said('双方同意加强合作，推动两国关系发展。')).toEqual([])
  })

  test('parties that no list of states holds are known by the names the commitment gives', () => {
    const made = { ...drugs, parties: ['XA', 'XB'], partyNames: ['Atlantis\nAtlantide', 'Lemuria'] }
    const text = 'Atlantide and Lemuria met on Friday. Atlantis and Lemuria agreed to hold talks on fentanyl.'
    expect(propose({ text, title: null, language: null }, [made])).toHaveLength(1)
  })
})

describe('silence', () => {
  test.each([
    ['another subject', `${lead}They spoke of fish, of trade and of the weather in both countries.`],
    [
      'one of the parties only',
      'Norway seized a ton of cocaine. The Norwegian police arrested five traffickers.',
    ],
    [
      'other parties',
      'Brazil and Peru agreed to fight cocaine together. Peru and Brazil met in Lima; Norway paid.',
    ],
    [
      'a place, not a party',
      'Peru and Chile met in Norway, and not in Brazil. They launched a group on cocaine.',
    ],
    ['one weak word', `${lead}They also spoke about chemicals.`],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(saying(text)).toEqual([])
  })
})

test('in a survey of many states only sentences that name the parties count', () => {
  const text = `The week in brief. France and Spain signed a treaty on water with Italy and Greece.
Norway and Brazil launched a working group on cocaine. Kenya and Chad spoke about heroin.`
  expect(saying(text).map((each) => each.text)).toEqual([
    'Norway and Brazil launched a working group on cocaine.',
  ])
})

test('every proposal is a slice of the text, whatever the text', () => {
  const bits = fc.constantFrom(
    'Norway and Brazil met. ',
    'Norwegian ',
    'fentanyl ',
    'They resumed flights',
    '. ',
    '。',
    '\n',
    '• ',
    'U.S. ',
    '中美',
    '禁毒',
    '\u{1F600}',
    'e\u0301',
    '“',
    '” ',
    'counternarcotics ',
    'fossils of the Lund collection ',
    '\u00ad',
  )
  let proposed = 0
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 6, arbitrary: bits }, fc.string()), { maxLength: 40 }),
      (parts) => {
        const text = `${lead}${parts.join('')}`
        for (const each of saying(text, parts[0] ?? null)) {
          proposed += 1
          expect(text.slice(each.start, each.end)).toBe(each.text)
          expect(each.score).toBeGreaterThan(0)
          expect(each.score).toBeLessThanOrEqual(1)
          for (const word of each.because) expect(each.text).toContain(word)
        }
      },
    ),
    { numRuns: 1000 * RUNS },
  )
  expect(proposed).toBeGreaterThan(100)
})

test('fifty commitments and five thousand words take no time to speak of', () => {
  const text = `${lead}${'They spoke at length of cocaine, of fish and of the price of direct flights to Oslo. '.repeat(300)}`
  const many = Array.from({ length: 50 }, (_, index) => ({ ...(all[index % 3] ?? drugs), ref: `C${index}` }))
  propose({ text, title: null, language: null }, many.slice(0, 1))
  const begun = performance.now()
  propose({ text, title: null, language: null }, many)
  expect(performance.now() - begun).toBeLessThan(3000)
})

describe('what was accepted and dismissed', () => {
  const good = [
    'cocaine seized by joint patrols',
    'joint patrols found cocaine',
    'joint patrols stopped cocaine',
  ]
  const bad = [
    'the film festival on cocaine',
    'a festival film on cocaine',
    'films on cocaine at the festival',
  ]
  const weights = trainModel([
    ...good.map((text) => ({ text, ref: 'DRUGS', accepted: true })),
    ...bad.map((text) => ({ text, ref: 'DRUGS', accepted: false })),
  ])
  const scored = (sentence: string, model?: typeof weights) =>
    propose({ text: `${lead}${sentence}`, title: null, language: null }, all, model)[0]?.score ?? 0

  test('a dismissed sentence never returns for its commitment, however it is spaced', () => {
    const text = `${lead}They launched a working group\u00a0on counternarcotics.`
    const ref = 'DRUGS'
    const dismissed = trainModel([
      { text: 'They launched a  working group on counternarcotics.', ref, accepted: false },
    ])
    expect(propose({ text, title: null, language: null }, all, dismissed)).toEqual([])
  })

  test('sentences like accepted ones rise, like dismissed ones sink', () => {
    const [rises, sinks] = [
      'They praised the joint patrols for the cocaine.',
      'They praised a festival of films on cocaine.',
    ]
    expect(scored(rises, weights)).toBeGreaterThan(scored(rises))
    expect(scored(sinks, weights)).toBeLessThan(scored(sinks))
  })

  test('one dismissal moves little', () => {
    const once = trainModel([{ text: bad[0] ?? '', ref: 'DRUGS', accepted: false }])
    const sentence = 'They launched a working group on cocaine.'
    expect(scored(sentence, once)).toBeGreaterThan(scored(sentence) - 0.1)
  })

  test('on generated lessons the right sentences come out above the wrong ones', () => {
    const words = fc.constantFrom('harbour', 'patrol', 'police', 'judge', 'ship')
    const noise = fc.constantFrom('film', 'song', 'novel', 'stage', 'fiction')
    const sentence = (some: fc.Arbitrary<string>) =>
      fc.array(some, { minLength: 3, maxLength: 5 }).map((list) => `On cocaine: ${list.join(' ')}.`)
    const lesson = fc.tuple(sentence(words), sentence(noise))
    fc.assert(
      fc.property(fc.array(lesson, { minLength: 8, maxLength: 30 }), lesson, (lessons, [right, wrong]) => {
        const model = trainModel(
          lessons.flatMap(([yes, no]) => [
            { text: yes, ref: 'DRUGS', accepted: true },
            { text: no, ref: 'DRUGS', accepted: false },
          ]),
        )
        expect(scored(right, model)).toBeGreaterThanOrEqual(scored(right))
        expect(scored(wrong, model)).toBeLessThan(scored(right, model))
      }),
      { numRuns: 60 * RUNS },
    )
  })

  test('a word that is also the name of a built-in is only a word', () => {
    const model = trainModel([{ text: 'constructor __proto__ toString', ref: '__proto__', accepted: true }])
    expect(scored('They fight cocaine.', model)).toBeGreaterThan(0)
  })
})
