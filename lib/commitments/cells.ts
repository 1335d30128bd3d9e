// Cells of a table that programs open: what would be run as a formula is kept from it, and can be read back.

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
