// Validates the rows of an imported table (dry run): what is wrong where, and what would become of the rest.

import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Viewer } from '#lib/auth/viewer.ts'
import { listInForce } from '#lib/commitments/desk.ts'
import type { Header } from '#lib/commitments/field-kinds.ts'
import { CommitmentInput } from '#lib/commitments/input.ts'
import { byField, type Commitment, fields } from '#lib/commitments/record.ts'
import {
  type Amendment,
  type LookedUpNames,
  namedIds,
  unscopedLookUpNames,
} from '#lib/commitments/write-rows.ts'
import { db } from '#lib/database/client.ts'
import { type Fault, Invalid } from '#lib/errors.ts'
import { parseForm } from '#lib/forms/sentences.ts'
import { storableText } from '#lib/forms/storable.ts'
import { importFields, type Mapping } from '#lib/imports/rules.ts'
import type { ImportTable, TableRow } from '#lib/imports/table.ts'

/** What would become of a row: something new, an amendment of what is in force, or nothing, for it says the same. */
export type CheckedRow = {
  number: number
  input: Commitment
  subject: { id: string; version: number } | null
}
/** What is wrong: in which row, in which column (null: in the row as a whole), in words. */
export type CellFault = { row: number; column: number | null; message: string }
export type CheckedTable = { rows: CheckedRow[]; same: number; faults: CellFault[] }
type InForce = Amendment & { mergedInto: string | null }

/** Checks every row of a table; faults of the mapping itself stand in row 1. */
export async function checkTable(
  viewer: Viewer,
  table: ImportTable,
  mapping: Mapping,
): Promise<CheckedTable> {
  const checked: CheckedTable = { rows: [], same: 0, faults: [] }
  const refAt = mapping.indexOf('ref')
  if (refAt < 0) {
    checked.faults.push({ row: 1, column: null, message: `No column is the “${importFields.ref}”.` })
    return checked
  }
  const refOf = ({ cells }: TableRow) => (cells[refAt] ?? '').trim()
  const refs = [...new Set(table.rows.map(refOf))].filter((ref) => /^[\w-]{1,40}$/.test(ref))
  const inForce = new Map<string, InForce>()
  for (const each of await listInForce(viewer, { refs })) inForce.set(each.ref, each)
  const drafted = table.rows.map((row) => draftOf(row, mapping, inForce.get(refOf(row))))
  const named = await unscopedLookUpNames(
    db,
    drafted.map(({ names }) => ({
      ref: '',
      summitSlug: storableText(names.summitSlug),
      areaSlug: storableText(names.areaSlug),
      promisedInId: names.promisedInId,
    })),
  )
  const seen = new Map<string, number>()
  for (const [index, row] of table.rows.entries()) {
    const ref = refOf(row)
    const before = seen.get(ref)
    seen.set(ref, before ?? row.number)
    const fault = (column: number | null, message: string) =>
      checked.faults.push({ row: row.number, column, message })
    const base = inForce.get(ref)
    if (row.cells.length > table.header.length)
      fault(
        null,
        `The row has ${row.cells.length} cells and the header ${table.header.length}: look for a separator within a text.`,
      )
    else if (before !== undefined) fault(refAt, `${ref} stands in row ${before} already.`)
    else if (base?.mergedInto) fault(refAt, `${ref} was merged into ${base.mergedInto}: name that one.`)
    else {
      const draft = drafted[index]
      const { input, faults } = draft ? checkRow(draft, named) : { input: null, faults: [] }
      const told = new Set<number | null>()
      for (const { field, message } of faults) {
        const column = columnOf(field, mapping)
        // One thing at a time is enough to mend a cell by.
        if (!told.has(column)) fault(column, message)
        told.add(column)
      }
      if (!input) continue
      if (base && isSame(input, base)) checked.same++
      else
        checked.rows.push({
          number: row.number,
          input,
          subject: base ? { id: base.id, version: base.version } : null,
        })
    }
  }
  return checked
}

const Names = z.object({
  summitSlug: z.string(),
  areaSlug: z.string(),
  partyCodes: z.array(z.string()),
  promisedInId: z.string().nullable(),
})
type Drafted = ReturnType<typeof draftOf>

/** A row as it would be sent, and what it names. What has no column stays as it is in force. */
function draftOf({ cells }: TableRow, mapping: Mapping, base: InForce | undefined) {
  const cellOf = ({ name }: Header) =>
    mapping.includes(name) ? (cells[mapping.indexOf(name)] ?? '').trim() : null
  const sent = byField((field) => field.fromCells(field.headers.map(cellOf), base?.[field.key]))
  return { sent, names: Names.parse(sent) }
}

type Read = { input: Commitment | null; faults: Fault[] }

/** A row as what would be recorded, or everything that is wrong with it: also with what it names. */
function checkRow({ sent, names }: Drafted, named: LookedUpNames): Read {
  const read = parseForm(CommitmentInput, sent)
  const faults = (read.error?.issues ?? []).map(({ path, message }) => ({ field: path.join('.'), message }))
  try {
    namedIds(names, named)
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    faults.push(...error.faults)
  }
  return { input: faults.length === 0 && read.success ? read.data : null, faults }
}

/** The column that a fault of a field belongs to, by the language it is in; null where no column is that field. */
function columnOf(field: string, mapping: Mapping): number | null {
  const [key, ...rest] = field.split('.')
  const names = fields.find((each) => each.key === key)?.headers.map(({ name }) => name) ?? []
  const isWanted = (name: string) => name.endsWith('_zh') === (rest.at(-1) === 'zh')
  const wanted = [...names.filter(isWanted), ...names.filter((name) => !isWanted(name))]
  return wanted.map((name) => mapping.indexOf(name)).find((at) => at >= 0) ?? null
}

function isSame(input: Commitment, { id: _, version: __, mergedInto: ___, ...now }: InForce): boolean {
  const sorted = (said: Commitment) => ({ ...said, partyCodes: [...new Set(said.partyCodes)].sort() })
  return isDeepStrictEqual(sorted(input), sorted(now))
}
