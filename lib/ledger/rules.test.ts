import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '#lib/hash.ts'
import { type ChainLink, canonical, chainFault, chainStep, type Entry, genesis } from '#lib/ledger/rules.ts'

function chainOf(subjects: Record<string, unknown>[]): Entry[] {
  const entries: Entry[] = []
  let head: ChainLink = genesis
  for (const [position, subject] of subjects.entries()) {
    const entry = chainStep(
      head,
      new Date(1_700_000_000_000 + position),
      'UPDATE_PUBLISHED',
      `u${position}`,
      subject,
    )
    entries.push(entry)
    head = entry
  }
  return entries
}

function firstFault(entries: Entry[]): string | null {
  let before: ChainLink = genesis
  for (const entry of entries) {
    const fault = chainFault(before, entry)
    if (fault) return fault
    before = entry
  }
  return null
}

const subjects = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 2, maxLength: 12 })

test('a chain made by the rule verifies', () => {
  fc.assert(fc.property(subjects, (each) => void expect(firstFault(chainOf(each))).toBeNull()))
})

test('changing, removing or swapping any entry but the last is found', () => {
  const tamper = fc.constantFrom<(entries: Entry[], at: number) => Entry[]>(
    (entries, at) => entries.with(at, { ...entryAt(entries, at), body: `${entryAt(entries, at).body} ` }),
    (entries, at) => entries.with(at, { ...entryAt(entries, at), at: new Date(0) }),
    (entries, at) => entries.with(at, { ...entryAt(entries, at), subjectId: 'another' }),
    (entries, at) => entries.toSpliced(at, 1),
    (entries, at) => entries.with(at, entryAt(entries, at + 1)).with(at + 1, entryAt(entries, at)),
  )
  fc.assert(
    fc.property(subjects, fc.nat(), tamper, (each, anywhere, change) => {
      const entries = chainOf(each)
      expect(firstFault(change(entries, anywhere % (entries.length - 1)))).not.toBeNull()
    }),
  )
})

function entryAt(entries: Entry[], position: number): Entry {
  const entry = entries[position]
  if (!entry) throw new RangeError()
  return entry
}

test('canonical JSON is that of RFC 8785, section 3.2.3', () => {
  const value = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '1': 'One',
    '\u0080': 'Control',
    numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27],
  }
  expect(canonical(value)).toBe(
    '{"\\r":"Carriage Return","1":"One","numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"\u0080":"Control","€":"Euro Sign"}',
  )
})

test('a hash is what any other tool computes', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
