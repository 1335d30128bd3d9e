import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fields } from '#lib/forms/state.ts'
import { formBase, mergeFields, takeSide } from '#lib/forms/three-way-merge.ts'
import { RUNS } from '#testing/runs.ts'

const base = { id: 'u', version: '3', headline: 'They met', note: 'In Geneva', status: 'STALLED' }
const theirs = { ...base, version: '4', note: 'In Geneva, twice', status: 'KEPT' }

test('what only they changed is taken, and what only you changed stays', () => {
  const { values, merge: merged } = mergeFields(base, theirs, { ...base, headline: 'They met again' })
  expect(values).toMatchObject({ headline: 'They met again', note: 'In Geneva, twice', status: 'KEPT' })
  expect(merged.taken).toEqual({ note: { note: 'In Geneva' }, status: { status: 'STALLED' } })
  expect(merged.clashes).toEqual({})
})

test('what both changed stays as typed, beside theirs and what both began with', () => {
  const { values, merge: merged } = mergeFields(base, theirs, { ...base, note: 'In Geneva, once' })
  expect(values.note).toBe('In Geneva, once')
  expect(merged.clashes.note).toMatchObject({ base: { note: 'In Geneva' }, theirs: { note: theirs.note } })
  expect(merged.clashes.note?.words.theirs.at(-1)).toEqual({ kind: 'added', text: ', twice' })
})

test('the same change on both sides is no clash, nor is white space', () => {
  const { merge: merged } = mergeFields(base, theirs, { ...theirs, note: 'In Geneva,  twice\n' })
  expect(merged).toEqual({ taken: {}, clashes: {} })
})

test('the merged form is sent from their version on', () => {
  const { values } = mergeFields(base, theirs, { ...base, note: 'Mine' })
  expect(values.version).toBe('4')
  expect(mergeFields(formBase(values), theirs, values).merge).toEqual({ taken: {}, clashes: {} })
})

test('rows of a list are taken or kept together', () => {
  const rows = {
    'evidence.0.source': 'a',
    'evidence.0.locator': '',
    'evidence.1.source': 'b',
    evidenceRows: '2',
  }
  const now = { 'evidence.0.source': 'b', 'evidence.0.locator': 'p. 3' }
  const taken = mergeFields(rows, now, { ...rows })
  expect(taken.values).toMatchObject(now)
  expect(Object.keys(taken.values)).not.toContain('evidence.1.source')
  const typed = { ...rows, 'evidence.1.locator': 'p. 9' }
  const both = mergeFields(rows, now, typed)
  expect(both.values).toMatchObject(typed)
  expect(both.merge.clashes.evidence?.theirs).toEqual(now)
})

test('a button takes either side, and back', () => {
  const { values, merge: merged } = mergeFields(base, theirs, { ...base, note: 'Mine' })
  const one = takeSide({ ...values, take: 'theirs note' }, merged.clashes)
  expect(one?.note).toBe('In Geneva, twice')
  expect(takeSide({ ...one, take: 'yours note' }, merged.clashes)?.note).toBe('Mine')
  expect(takeSide({ ...values, take: 'theirs constructor' }, merged.clashes)).toBeNull()
  expect(takeSide({ ...values }, merged.clashes)).toBeNull()
})

test('nothing typed is ever thrown away, whatever three forms say', () => {
  const names = fc.constantFrom('headline', 'note', 'rows.0.a', 'rows.1.a', 'partyCodes.US')
  const fields = fc.dictionary(names, fc.constantFrom('', 'one', 'two', 'three'))
  fc.assert(
    fc.property(fields, fields, fields, (was: Fields, now: Fields, typed: Fields) => {
      const { values, merge: merged } = mergeFields(was, now, typed)
      for (const [name, text] of Object.entries(typed)) {
        const kept = [values, ...Object.values(merged.clashes).map(({ yours }) => yours)]
        const isOwn = text !== '' && text !== (was[name] ?? '')
        if (isOwn) expect(kept.some((each) => each[name] === text)).toBe(true)
      }
    }),
    { numRuns: 2_000 * RUNS },
  )
})

test('what a form says it began with is read without trust', () => {
  expect(formBase({ base: '{"note":"x","bad":3}' })).toEqual({ note: 'x' })
  expect(formBase({ base: '[' })).toEqual({})
  expect(formBase({})).toEqual({})
})
