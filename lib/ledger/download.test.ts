import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '#lib/hash.ts'
import { verifyDownload } from '#lib/ledger/download.ts'
import { keyFrom, readNote, signNote, verifierKey } from '#lib/ledger/note.ts'
import { type ChainLink, chainStep, genesis } from '#lib/ledger/rules.ts'
import { RUNS } from '#testing/runs.ts'

const origin = 'tracker.example/ledger'
const seedOf = () => randomBytes(32).toString('base64url')
const key = keyFrom(seedOf())
const publicKey = verifierKey(origin, key)
const minute = 60_000

/** A ledger of `size` entries, a minute apart, signed every third and at its end. */
function ledger(size: number, signing = key) {
  let head: ChainLink = genesis
  const notes: string[] = []
  const entries = Array.from({ length: size }, (_, at) => {
    const entry = chainStep(head, new Date((at + 1) * minute), 'UPDATE_PUBLISHED', `u${at}`, {
      said: `word ${at}`,
    })
    head = entry
    if (at % 3 === 2 || at === size - 1) notes.push(signNote({ ...entry, origin, at: entry.at }, signing))
    return JSON.stringify({ hash: entry.hash, body: entry.body })
  })
  const at = new Date(size * minute).toISOString()
  const opening = {
    ledger: origin,
    publicKey: verifierKey(origin, signing),
    at,
    seq: head.seq,
    hash: head.hash,
  }
  return {
    opening,
    notes: notes.map((checkpoint) => JSON.stringify({ checkpoint })),
    entries,
    newest: notes.at(-1) ?? '',
  }
}
const linesOf = ({
  opening,
  notes,
  entries,
}: Pick<ReturnType<typeof ledger>, 'opening' | 'notes' | 'entries'>) => [
  JSON.stringify(opening),
  ...notes,
  ...entries,
]

test('a note bears the signature of its key alone, over its very words', () => {
  const at = new Date('2026-11-24T10:00:00Z')
  const note = signNote({ origin, seq: 7, hash: sha256('x'), at }, key)
  expect(readNote(note, publicKey)).toEqual({ origin, seq: 7, hash: sha256('x'), at })
  expect(readNote(note.replace('\n7\n', '\n8\n'), publicKey)).toHaveProperty('fault')
  expect(readNote(note, verifierKey(origin, keyFrom(seedOf())))).toHaveProperty('fault')
  expect(readNote(note, 'nonsense')).toHaveProperty('fault')
  expect(() => keyFrom('short')).toThrow('32 bytes')
})

test('a download as it came has no fault', async () => {
  const whole = ledger(20)
  expect(await verifyDownload(linesOf(whole), { key: publicKey, trusted: whole.newest })).toEqual({
    entries: 20,
    checkpoints: 7,
    key: publicKey,
    fault: null,
  })
})

const size = 12
const place = fc.nat({ max: size - 1 })
const tamperings = fc.oneof(
  fc.record({ how: fc.constant('change' as const), at: place, to: fc.string() }),
  fc.record({ how: fc.constant('rehash' as const), at: place, to: fc.string() }),
  fc.record({ how: fc.constant('remove' as const), at: place }),
  fc.record({ how: fc.constant('swap' as const), at: fc.nat({ max: size - 2 }) }),
  fc.record({ how: fc.constant('repeat' as const), at: place }),
  fc.record({ how: fc.constant('cut' as const), at: place }),
  fc.record({ how: fc.constant('remake' as const), at: place }),
  fc.record({ how: fc.constant('resign' as const) }),
  fc.record({ how: fc.constant('unsign' as const) }),
)
type Tampering = typeof tamperings extends fc.Arbitrary<infer T> ? T : never

function tampered(how: Tampering): string[] {
  const { opening, notes, entries } = ledger(size)
  const changed = (to: string, rehash: boolean) => (line: string) => {
    const { body, hash } = JSON.parse(line) as { body: string; hash: string }
    const other = body.replace('"word', JSON.stringify(`${to}!`).slice(0, -1))
    return JSON.stringify({ body: other, hash: rehash ? sha256(other) : hash })
  }
  switch (how.how) {
    case 'change':
    case 'rehash':
      entries.splice(how.at, 1, changed(how.to, how.how === 'rehash')(entries[how.at] ?? ''))
      break
    case 'remove':
      entries.splice(how.at, 1)
      break
    case 'swap':
      entries.splice(how.at, 2, entries[how.at + 1] ?? '', entries[how.at] ?? '')
      break
    case 'repeat':
      entries.splice(how.at, 0, entries[how.at] ?? '')
      break
    case 'cut': {
      // With the checkpoints of what was cut, and an opening that agrees: only the checkpoint kept elsewhere tells.
      const cut = ledger(how.at)
      return linesOf({
        opening: cut.opening,
        notes: notes.slice(0, Math.floor(how.at / 3)),
        entries: cut.entries,
      })
    }
    case 'remake': {
      // The whole chain anew from one entry on, every hash right, the old checkpoints kept.
      const words = entries.map((line, at) => (at < how.at ? line : changed('forged', false)(line)))
      let head: ChainLink = genesis
      const anew = words.map((line) => {
        const { seq, kind, at, subject } = JSON.parse(JSON.parse(line).body)
        const { id, ...said } = subject
        head = chainStep({ ...head, seq: seq - 1 }, new Date(at), kind, id, said)
        return JSON.stringify({ hash: head.hash, body: (head as { body?: string }).body })
      })
      return linesOf({ opening: { ...opening, hash: head.hash }, notes, entries: anew })
    }
    case 'resign':
      return linesOf(ledger(size, keyFrom(seedOf())))
    case 'unsign': {
      const later = new Date(10 * 3_600_000).toISOString()
      return linesOf({ opening: { ...opening, at: later }, notes: [], entries })
    }
  }
  return linesOf({ opening, notes, entries })
}

test('a thousand tamperings with a download are all found', async () => {
  const { newest } = ledger(size)
  await fc.assert(
    fc.asyncProperty(tamperings, async (how) => {
      const { fault } = await verifyDownload(tampered(how), { key: publicKey, trusted: newest })
      expect(fault).toEqual(expect.any(String))
    }),
    { numRuns: 1_000 * RUNS },
  )
})

test('whatever a file holds, it is answered in words', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.string(), fc.json(), fc.constantFrom(...linesOf(ledger(3))))),
      async (lines) => {
        const { fault } = await verifyDownload(lines, { key: publicKey })
        if (JSON.stringify(lines) !== JSON.stringify(linesOf(ledger(3))))
          expect(fault).toEqual(expect.any(String))
      },
    ),
  )
})
