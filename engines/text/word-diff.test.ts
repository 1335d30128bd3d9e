import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Change, changesBetween, wordsBetween } from '#engines/text/word-diff.ts'

const paragraphs = (text: string) =>
  text
    .split('\n')
    .filter((each) => each.trim() !== '')
    .join('\n')

/** One side of the changes, put together again. */
function side(changes: Change[], left: 'added' | 'removed'): string {
  return changes
    .filter(({ kind }) => kind !== left)
    .map((change) =>
      change.kind === 'changed'
        ? change.words
            .filter(({ kind }) => kind !== left)
            .map(({ text }) => text)
            .join('')
        : change.text,
    )
    .join('\n')
}

test('changed words are told, and what stands between changes is folded', () => {
  const before = `One.\nTwo.\nThe United States will honour its words, the spokesperson said.\n${'Same.\n'.repeat(12)}Gone.`
  const after = `One.\nTwo.\nThe United States will match its words, a spokesperson said.\n${'Same.\n'.repeat(12)}Quite new here.`
  expect(changesBetween(before, after, 'en')).toEqual([
    { kind: 'unchanged', count: 2, text: 'One.\nTwo.' },
    {
      kind: 'changed',
      words: [
        { kind: 'same', text: 'The United States will ' },
        { kind: 'removed', text: 'honour' },
        { kind: 'added', text: 'match' },
        { kind: 'same', text: ' its words, ' },
        { kind: 'removed', text: 'the' },
        { kind: 'added', text: 'a' },
        { kind: 'same', text: ' spokesperson said.' },
      ],
    },
    { kind: 'unchanged', count: 12, text: Array(12).fill('Same.').join('\n') },
    { kind: 'removed', text: 'Gone.' },
    { kind: 'added', text: 'Quite new here.' },
  ])
})

test('Chinese changes by words, not by whole sentences', () => {
  const words = wordsBetween('双方同意举行人工智能对话。', '双方同意推迟人工智能对话。', 'zh')
  expect(words.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: '举行' },
    { kind: 'added', text: '推迟' },
  ])
})

const lines = fc.array(
  fc
    .array(fc.constantFrom('talks', 'ended', '双方', '同意', 'well,', '。', '😀', 'e\u0301'), {
      maxLength: 8,
    })
    .map((each) => each.join(' ')),
  { maxLength: 8 },
)

test('either text can be read back from the changes', () => {
  fc.assert(
    fc.property(lines, lines, (one, other) => {
      const [before, after] = [one.join('\n'), other.join('\n')]
      const changes = changesBetween(before, after, 'en')
      expect(side(changes, 'added')).toBe(paragraphs(before))
      expect(side(changes, 'removed')).toBe(paragraphs(after))
    }),
  )
})

test('two wholly different texts of half a million characters are compared within three seconds', () => {
  const text = (seed: number, line: number) =>
    Array.from({ length: Math.ceil(500_000 / line) }, (_, at) =>
      Array.from({ length: line / 8 }, (_, word) => `w${(at * seed + word * 7919) % 90_000}`).join(' '),
    ).join('\n')
  for (const line of [80, 500_000]) {
    const since = performance.now()
    const [before, after] = [text(31, line), text(37, line)]
    expect(side(changesBetween(before, after, 'en'), 'removed')).toBe(after)
    expect(performance.now() - since).toBeLessThan(3_000)
  }
})
