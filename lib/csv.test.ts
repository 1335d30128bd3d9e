import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf, readCell } from '#lib/csv.ts'

test('a file runs no formula, and a number below zero stays a number', () => {
  expect(csvOf([['=cmd()', '＋1', '\t=1', "'=1", 'one', -1.5, null]])).toBe(
    "\uFEFF'=cmd(),'＋1,'\t=1,''=1,one,-1.5,\n",
  )
})

test('whatever stands in cells can be read back', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('=', "'", '-', '"', '\n', ',') }),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      const read: string[][] = parse(csvOf(rows), { bom: true })
      expect(read.map((each) => each.map(readCell))).toEqual(
        rows.map((each) => each.map((text) => text.toWellFormed())),
      )
    }),
  )
})
