// Writes rows to Postgres in the text format of COPY: the fastest way in.

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import type { Cell, Row, Table } from '../workload/tables.ts'

const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const escaped = (text: string) => text.replace(/[\\\n\r\t]/g, (each) => escapes[each] ?? each)

function written(cell: Cell): string {
  if (cell === null) return '\\N'
  if (cell instanceof Date) return cell.toISOString()
  if (Buffer.isBuffer(cell)) return `\\\\x${cell.toString('hex')}`
  return escaped(typeof cell === 'object' ? JSON.stringify(cell) : String(cell))
}

function* lines(first: Row, rows: Iterator<Row>, columns: string[], seen: () => void): Generator<string> {
  let batch = ''
  for (let row: Row | undefined = first; row; ) {
    const cells: Row = row
    batch += `${columns.map((column) => written(cells[column] ?? null)).join('\t')}\n`
    seen()
    if (batch.length > 65_536) {
      yield batch
      batch = ''
    }
    const next = rows.next()
    row = next.done ? undefined : next.value
  }
  yield batch
}

/** Writes one table and returns the number of its rows; `note` hears how many so far. */
export async function copy(client: pg.Client, table: Table, note: (rows: number) => void): Promise<number> {
  const rows = table.rows[Symbol.iterator]()
  const first = rows.next()
  if (first.done) return 0
  const columns = Object.keys(first.value)
  const names = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  const into = client.query(from(`COPY ${client.escapeIdentifier(table.name)} (${names}) FROM STDIN`))
  let count = 0
  const seen = () => {
    count++
    if (count % 1_000 === 0) note(count)
  }
  await pipeline(Readable.from(lines(first.value, rows, columns, seen)), into)
  return count
}
