import { expect, test } from 'vitest'
import { guessKind, guessVoice } from '#lib/captures/guess.ts'
import {
  captureSituation,
  captureState,
  captureSteps,
  plainAddress,
  sameAddresses,
} from '#lib/captures/rules.ts'

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
  expect(captureState(none)).toBe('waiting')
  expect(captureState({ ...none, fetchingAt: at })).toBe('fetching')
  expect(captureState({ ...none, fetchingAt: at, readingAt: at })).toBe('reading')
  expect(captureState({ ...none, readingAt: at, readAt: at })).toBe('ready')
  expect(captureState({ ...none, fetchingAt: at, failedAt: at })).toBe('failed')
  expect(captureState({ ...none, fetchingAt: at, cancelledAt: at })).toBe('cancelled')
  expect(captureState({ ...none, readAt: at, keptAt: at })).toBe('kept')
})

test('only what runs can be cancelled and only what stopped begun again', () => {
  expect(captureSituation({ ...none, fetchingAt: at })).toBe('running')
  expect(captureSituation({ ...none, failedAt: at })).toBe('stopped')
  expect(captureSituation({ ...none, readAt: at })).toBe('ready')
  expect(captureSituation({ ...none, readAt: at, keptAt: at })).toBe('over')
})

test('a pasted text has no step that fetches', () => {
  const pasted = { ...none, method: 'PASTED' as const, startedAt: at, readingAt: at }
  expect(captureSteps(pasted).map((step) => step.name)).toEqual([
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
  expect(guessVoice('https://www.state.gov/x')).toBe('US')
  expect(guessVoice('https://www.mfa.gov.cn/x')).toBe('CN')
  expect(guessVoice('https://www.gov.uk/x')).toBe('GB')
  expect(guessVoice('https://www.elysee.gouv.fr/x')).toBe('FR')
  expect(guessVoice('https://ec.europa.eu/x')).toBe('EU')
  expect(guessVoice('https://gov.example.com/x')).toBe(null)
  expect(guessVoice('https://news.example/x')).toBe(null)
  expect(guessVoice(null)).toBe(null)
  expect(guessKind('https://www.defense.gov/x')).toBe('OFFICIAL_READOUT')
  expect(guessKind('https://news.example/x')).toBe('NEWS')
})
