import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapedCell, readCell } from '#lib/csv.ts'
import { columnName, guessed } from '#lib/imports/rules.ts'
import { readTable } from '#lib/imports/table.ts'
import { RUNS } from '#testing/runs.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readTable(bytesOf(text))
const wide = (text: string, mark: boolean) =>
  new Uint8Array(Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le'))

test('a table is read whatever separates its cells, with or without a mark, and over quoted lines', () => {
  for (const sign of [',', ';', '\t']) {
    const { header, rows, separator } = read(
      `\uFEFFref${sign}title\r\nA-1${sign}"One${sign} ""two""\nthree"\r\n\r\nA-2${sign}Four`,
    )
    expect([header, separator]).toEqual([['ref', 'title'], sign])
    expect(rows).toEqual([
      { number: 2, cells: ['A-1', `One${sign} "two"\nthree`] },
      { number: 4, cells: ['A-2', 'Four'] },
    ])
  }
})

test('other charsets are read, and said to be so', () => {
  const chinese = 'ref,标题\nA-1,中美元首会晤达成的承诺，双方同意开展禁毒合作，并建立人工智能政府间对话\n'
  expect(readTable(wide(chinese, true))).toMatchObject({ header: ['ref', '标题'], charset: 'utf-16le' })
  expect(readTable(wide('ref,title\nA-1,Light the harbour\n', false)).notes[0]).toContain('utf-16le')
  // 承诺 in GB18030.
  const gb = new Uint8Array([...bytesOf('ref,'), 0xb3, 0xd0, 0xc5, 0xb5, ...bytesOf('\nA-1,')])
  const more = Array.from({ length: 30 }, () => [0xb3, 0xd0, 0xc5, 0xb5, 0xba, 0xcd, 0xd7, 0xf7]).flat()
  const table = readTable(new Uint8Array([...gb, ...more]))
  expect(table.header[1]).toBe('承诺')
  expect(table.notes[0]).toContain('does not say its charset')
  const western = readTable(
    new Uint8Array(
      Buffer.from('ref,title\nA-1,Éclairer le port à la tombée du jour, près de la côte\n', 'latin1'),
    ),
  )
  expect(western.rows[0]?.cells[1]).toContain('Éclairer')
  expect(western.notes).toHaveLength(1)
})

test.each([
  ['nothing', '', 'is empty'],
  ['only blank lines', '\n \n', 'is empty'],
  ['a header alone', 'ref,title\n', 'no rows'],
  ['a header and blank rows', 'ref,title\n,\n', 'no rows'],
  ['two thousand columns', `${Array(2_000).fill('x').join(',')}\n1`, '2,000 columns'],
  ['a quote that is never closed', 'ref,title\nA-1,One\nA-2,"Two\nA-3,Three', 'row 3 is never closed'],
  ['too many rows', `ref\n${'A-1\n'.repeat(20_001)}`, '20,001 rows'],
])('a table with %s is refused in words', (_, text, said) => {
  expect(() => read(text)).toThrow(said)
})

test('odd contents are read as they are: NUL, a megabyte in a cell, one column, headers twice', () => {
  const { header, rows } = read(`ref,ref\nA\0-1,${'x'.repeat(1_000_000)}`)
  expect(header).toEqual(['ref', 'ref'])
  expect(rows[0]?.cells[0]).toBe('A\0-1')
  expect(read('ref\nA-1').rows).toHaveLength(1)
  const lone = readTable(new Uint8Array([...bytesOf('ref,title\nA-1,'), 0xed, 0xa0, 0x80]))
  expect(lone.rows[0]?.cells[1]?.isWellFormed()).toBe(true)
})

test('any bytes are a table or a sentence, never a crash', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), fc.string({ unit: 'binary' }).map(bytesOf)), (bytes) => {
      try {
        expect(readTable(bytes).rows.length).toBeGreaterThan(0)
      } catch (error) {
        expect(error).toHaveProperty('faults')
      }
    }),
    { numRuns: 500 * RUNS },
  )
})

test('columns are guessed from English and Chinese headers, each once, and called as spreadsheets do', () => {
  const header = ['Ref.', 'SUMMIT', '领域', 'Title', 'title', '标题', 'Made on', 'status']
  expect(guessed(header)).toEqual(['ref', 'summit', 'area', 'title_en', '', 'title_zh', 'made_on', ''])
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})

test('a cell that would be a formula is kept from it, and every text comes back from its cell', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM', '\tx', '＝1', "'=1"])
    expect(escapedCell(text)).toBe(`'${text}`)
  for (const text of ['one', "it's", "'tis", '']) expect(escapedCell(text)).toBe(text)
  const odd = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', 'a', '＝') })
  fc.assert(fc.property(fc.oneof(odd, fc.string()), (text) => readCell(escapedCell(text)) === text))
})
