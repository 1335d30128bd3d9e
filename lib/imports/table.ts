// CSV parsing: the charset, separator, header and rows of an uploaded table.

import { CsvError, parse } from 'csv-parse/sync'
import { decode } from '#engines/extraction/decode.ts'
import { readCell } from '#lib/csv.ts'
import { type Invalid, invalid } from '#lib/errors.ts'
import { mostColumns, mostRows } from '#lib/imports/rules.ts'

/** number is the row's in a spreadsheet: the header is row 1. */
export type TableRow = { number: number; cells: string[] }
export type ImportTable = {
  header: string[]
  rows: TableRow[]
  charset: string
  separator: string
  notes: string[]
}

/** The table in these bytes; Invalid, in words, where there is none. */
export function readTable(bytes: Uint8Array): ImportTable {
  const { text, charset, notes } = textOf(bytes)
  if (text.trim() === '') throw fault('The file is empty.')
  const separator = separatorOf(text)
  const records = recordsOf(text, separator)
  const [header = [], ...rest] = records
  if (header.length > mostColumns)
    throw fault(`The table has ${header.length.toLocaleString('en')} columns: keep to ${mostColumns}.`)
  const rows = rest.flatMap((cells, at) =>
    cells.every((cell) => cell.trim() === '') ? [] : { number: at + 2, cells: cells.map(readCell) },
  )
  if (rows.length === 0) throw fault('The table has a header and no rows under it.')
  if (rows.length > mostRows)
    throw fault(
      `The table has ${rows.length.toLocaleString('en')} rows: cut it into parts of at most ${mostRows.toLocaleString('en')}.`,
    )
  return { header: header.map((name) => name.trim()), rows, charset, separator, notes }
}

function fault(message: string): Invalid {
  return invalid('file', message)
}

function textOf(bytes: Uint8Array): { text: string; charset: string; notes: string[] } {
  const wide = wideWithoutMark(bytes)
  const { text, charset, notes } = wide
    ? { text: new TextDecoder(wide).decode(bytes), charset: wide, notes: ['guessed'] }
    : decode(bytes, 'text/csv')
  const said: string[] = []
  if (notes.length)
    said.push(
      `The file does not say its charset; it was read as ${charset}. Where letters look wrong, save it as UTF-8 and upload it again.`,
    )
  else if (charset !== 'utf-8') said.push(`It was read as ${charset}.`)
  if (text.includes('\uFFFD')) said.push('Some characters could not be read; they stand here as \uFFFD.')
  return { text: text.replace(/^\uFEFF/, ''), charset, notes: said }
}

// Latin letters in UTF-16 have a zero in every other byte; texts have none otherwise.
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 2_000)
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return null
  const zeros = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > head.length / 5 && even < odd / 10) return 'utf-16le'
  return even > head.length / 5 && odd < even / 10 ? 'utf-16be' : null
}

const separators = [',', ';', '\t'] as const

/** The sign that stands most often in the first line, outside quotes. */
function separatorOf(text: string): string {
  const counts = new Map<string, number>()
  let isQuoted = false
  for (const sign of text.slice(0, 100_000)) {
    if (sign === '"') isQuoted = !isQuoted
    else if (!isQuoted && sign === '\n') break
    else if (!isQuoted) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  const count = (sign: string) => counts.get(sign) ?? 0
  return [...separators].sort((a, b) => count(b) - count(a))[0] ?? ','
}

function recordsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 4_000_000,
      record_delimiter: ['\r\n', '\n', '\r'],
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = Number(Reflect.get(error, 'records') ?? 0) + 1
    if (error.code === 'CSV_QUOTE_NOT_CLOSED')
      throw fault(`A quote that opens in row ${row} is never closed.`)
    if (error.code === 'CSV_MAX_RECORD_SIZE')
      throw fault(`Row ${row} is far too long: look for a lone quote.`)
    throw fault(`Row ${row} cannot be read: quotes inside a quoted cell are written twice.`)
  }
}
