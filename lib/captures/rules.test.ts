import { expect, test } from 'vitest'
import { kindOf, voiceOf } from '#lib/captures/guess.ts'
import { captureSituation, plainAddress, sameAddresses, stateOf, stepsOf } from '#lib/captures/rules.ts'

const at = new Date('2026-01-01T00:00:00Z')
const none = {
  fetchingAt: null,
  readingAt: null,
  readAt: null,
  failedAt: null,
  cancelledAt: null,
  keptAt: null,
}

test('the state of a capture follows from its instants', () => {
  expect(stateOf(none)).toBe('waiting')
  expect(stateOf({ ...none, fetchingAt: at })).toBe('fetching')
  expect(stateOf({ ...none, fetchingAt: at, readingAt: at })).toBe('reading')
  expect(stateOf({ ...none, readingAt: at, readAt: at })).toBe('ready')
  expect(stateOf({ ...none, fetchingAt: at, failedAt: at })).toBe('failed')
  expect(stateOf({ ...none, fetchingAt: at, cancelledAt: at })).toBe('cancelled')
  expect(stateOf({ ...none, readAt: at, keptAt: at })).toBe('kept')
})

test('only what runs can be cancelled and only what stopped begun again', () => {
  expect(captureSituation({ ...none, fetchingAt: at })).toBe('running')
  expect(captureSituation({ ...none, failedAt: at })).toBe('stopped')
  expect(captureSituation({ ...none, readAt: at })).toBe('ready')
  expect(captureSituation({ ...none, readAt: at, keptAt: at })).toBe('over')
})

test('a pasted text has no step that fetches', () => {
  const pasted = { ...none, method: 'PASTED' as const, startedAt: at, readingAt: at }
  expect(stepsOf(pasted).map((step) => step.name)).toEqual([
    'Take its turn',
    'Read its text',
    'Ready to be checked',
  ])
})

test('an address loses its fragment and what only tracks readers', () => {
  expect(plainAddress('https://News.example/a?utm_source=x&id=7&fbclid=y#top')).toBe(
    'https://news.example/a?id=7',
  )
})

test('two ways of writing one address are the same page, and another page is not', () => {
  const same = sameAddresses('https://www.example.org/a/?id=7')
  for (const address of [
    'http://example.org/a?id=7',
    'https://example.org/a/?id=7',
    'https://www.example.org/a?id=7',
  ])
    expect(same).toContain(address)
  expect(same).not.toContain('https://example.org/b?id=7')
  expect(same).not.toContain('https://example.org/a')
})

test('a government speaks through its own site, and a newspaper through nobody else’s', () => {
  expect(voiceOf('https://www.state.gov/x')).toBe('US')
  expect(voiceOf('https://www.mfa.gov.cn/x')).toBe('CN')
  expect(voiceOf('https://www.gov.uk/x')).toBe('GB')
  expect(voiceOf('https://www.elysee.gouv.fr/x')).toBe('FR')
  expect(voiceOf('https://ec.europa.eu/x')).toBe('EU')
  expect(voiceOf('https://gov.example.com/x')).toBe(null)
  expect(voiceOf('https://news.example/x')).toBe(null)
  expect(voiceOf(null)).toBe(null)
  expect(kindOf('https://www.defense.gov/x')).toBe('OFFICIAL_READOUT')
  expect(kindOf('https://news.example/x')).toBe('NEWS')
})
