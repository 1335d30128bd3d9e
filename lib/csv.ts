// CSV as spreadsheets open it: a byte order mark, quoting, and no cell run as a formula (CSV injection).

import { stringify } from 'csv-stringify/sync'

// A spreadsheet takes a cell that begins so for a formula (also the full-width signs, and after a tab).
const formula = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/** A text as a cell: one that would be a formula gets an apostrophe before it, and so does one that looks escaped. */
export function escapedCell(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** What a cell says: `readCell(escapedCell(text))` is the text again, whatever it is. */
export function readCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}

type Cell = string | number | null | undefined

/** A row with its texts escaped. A number is none, also below zero. */
export function escapedRow(row: readonly Cell[]): Cell[] {
  return row.map((cell) => (typeof cell === 'string' ? escapedCell(cell) : cell))
}

/** Rows as a file. Their cells are texts and numbers as they are: they are escaped here. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return stringify(rows.map(escapedRow), { bom: true })
}
