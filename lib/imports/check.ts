// Holds each row of a table against what may be recorded: what is wrong where, and what would become of the rest.

import { isDeepStrictEqual } from 'node:util'
import type { Viewer } from '#lib/auth/viewer.ts'
import { listInForce } from '#lib/commitments/desk.ts'
import { CommitmentInput } from '#lib/commitments/input.ts'
import {
  type Amendment,
  type Commitment,
  idsOf,
  type Named,
  unscopedNamedBy,
} from '#lib/commitments/write-rows.ts'
import { db } from '#lib/database/client.ts'
import { asTyped } from '#lib/dates.ts'
import { type Fault, Invalid } from '#lib/errors.ts'
import { type ImportField, importFields, type Mapping } from '#lib/imports/rules.ts'
import type { Row, Table } from '#lib/imports/table.ts'
import type { Localised } from '#lib/languages.ts'

/** What would become of a row: something new, an amendment of what is in force, or nothing, for it says the same. */
export type CheckedRow = {
  number: number
  input: Commitment
  subject: { id: string; version: number } | null
}
/** What is wrong: in which row, in which column (null: in the row as a whole), in words. */
export type CellFault = { row: number; column: number | null; message: string }
export type Checked = { rows: CheckedRow[]; same: number; faults: CellFault[] }
type InForce = Amendment & { mergedInto: string | null }

const needed: ImportField[] = ['ref']

/** Checks every row of a table; faults of the mapping itself stand in row 1. */
export async function checkTable(viewer: Viewer, table: Table, mapping: Mapping): Promise<Checked> {
  const checked: Checked = { rows: [], same: 0, faults: [] }
  for (const field of needed)
    if (!mapping.includes(field))
      checked.faults.push({ row: 1, column: null, message: `No column is the “${importFields[field]}”.` })
  if (checked.faults.length) return checked
  const at = (field: ImportField) => mapping.indexOf(field)
  const refOf = ({ cells }: Row) => (cells[at('ref')] ?? '').trim()
  const refs = [...new Set(table.rows.map(refOf))].filter((ref) => /^[\w-]{1,40}$/.test(ref))
  const inForce = new Map<string, InForce>()
  for (const each of await listInForce(viewer, { ref: { in: refs } })) inForce.set(each.ref, each)
  const drafted = table.rows.map((row) => draftOf(row, mapping, inForce.get(refOf(row))))
  const named = await unscopedNamedBy(
    db,
    drafted.map(({ summitSlug, areaSlug }) => ({
      ref: '',
      summitSlug: wellFormed(summitSlug),
      areaSlug: wellFormed(areaSlug),
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
    else if (before !== undefined) fault(at('ref'), `${ref} stands in row ${before} already.`)
    else if (base?.mergedInto) fault(at('ref'), `${ref} was merged into ${base.mergedInto}: name that one.`)
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

// Postgres knows no NUL in a text: such a name is refused when its row is read.
const wellFormed = (name: string) => name.replaceAll('\0', '').toWellFormed()

type Drafted = ReturnType<typeof draftOf>

/** A row as it would be sent. What has no column stays as it is in force. */
function draftOf({ cells }: Row, mapping: Mapping, base: InForce | undefined) {
  const cell = (field: ImportField) =>
    mapping.includes(field) ? (cells[mapping.indexOf(field)] ?? '').trim() : null
  const both = (name: 'title' | 'text', now: Localised | undefined) => ({
    en: cell(`${name}_en`) ?? now?.en ?? null,
    zh: cell(`${name}_zh`) ?? now?.zh ?? null,
  })
  const lines = (field: 'criteria_en' | 'criteria_zh', language: keyof Localised) =>
    cell(field)?.split(/\r\n?|\n/) ?? base?.criteria.map((each) => each[language] ?? '') ?? []
  const [en, zh] = [lines('criteria_en', 'en'), lines('criteria_zh', 'zh')]
  const due = cell('due')
  const parties = cell('parties')
  return {
    ref: cell('ref') ?? '',
    summitSlug: cell('summit') ?? base?.summitSlug ?? '',
    areaSlug: cell('area') ?? base?.areaSlug ?? '',
    title: both('title', base?.title),
    text: both('text', base?.text),
    madeOn: cell('made_on') ?? base?.madeOn ?? '',
    due: due === null ? (base?.due ?? null) : due === '' ? null : (asTyped(due) ?? due),
    reviewEveryDays: cell('review_every_days') || (base?.reviewEveryDays ?? 90),
    promisedInId: base?.promisedInId ?? null,
    partyCodes:
      parties === null
        ? (base?.partyCodes ?? [])
        : parties.split(/[;,，；、\s]+/).flatMap((code) => (code ? code.toUpperCase() : [])),
    criteria: Array.from({ length: Math.max(en.length, zh.length) }, (_, at) => ({
      en: en[at] ?? null,
      zh: zh[at] ?? null,
    })).filter((each) => each.en?.trim() || each.zh?.trim()),
  }
}

type Read = { input: Commitment | null; faults: Fault[] }

/** A row as what would be recorded, or everything that is wrong with it: also with what it names. */
function checkRow({ due, ...drafted }: Drafted, named: Named): Read {
  const typed =
    due && typeof due === 'object' && 'day' in due ? { on: due.day, precision: due.precision } : due
  const isDate = typeof typed !== 'string'
  const read = CommitmentInput.safeParse({ ...drafted, due: isDate ? typed : null })
  const faults = (read.error?.issues ?? []).map(({ path, message }) => ({ field: path.join('.'), message }))
  if (!isDate)
    faults.push({ field: 'due', message: 'Write the date like 2024-05-14, or only 2024-05 or 2024.' })
  try {
    idsOf(drafted, named)
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    faults.push(...error.faults)
  }
  return { input: faults.length === 0 && read.success ? read.data : null, faults }
}

/** The column that a fault of a field belongs to; null where no column is that field. */
function columnOf(field: string, mapping: Mapping): number | null {
  const [name = '', ...rest] = field.split('.')
  const language = rest.at(-1) === 'zh' ? 'zh' : 'en'
  const plain = { summitSlug: 'summit', areaSlug: 'area', partyCodes: 'parties', madeOn: 'made_on' }[name]
  const column = plain ?? { reviewEveryDays: 'review_every_days', ref: 'ref', due: 'due' }[name]
  const wanted = [column, `${name}_${language}`, `${name}_${language === 'zh' ? 'en' : 'zh'}`]
  const names: string[] = mapping
  const at = wanted.map((each) => (each ? names.indexOf(each) : -1)).find((each) => each >= 0)
  return at ?? null
}

function isSame(input: Commitment, { id: _, version: __, mergedInto: ___, ...now }: InForce): boolean {
  const sorted = (said: Commitment) => ({ ...said, partyCodes: [...new Set(said.partyCodes)].sort() })
  return isDeepStrictEqual(sorted(input), sorted(now))
}
