// The columns of an imported table and how they are mapped to fields; and the states of an import.

import { fieldsInTables } from '#lib/commitments/record.ts'
import type { DraftState } from '#lib/generated/prisma/enums.ts'

const headers = fieldsInTables.flatMap((field) => field.headers)

/** The columns that are taken, as the export names them, in words. */
export const importFields: Record<string, string> = Object.fromEntries(
  headers.map(({ name, words }) => [name, words]),
)
/** For each column of a table which of these it is; '' is left out. */
export type Mapping = string[]

export const largestTable = 12 * 1024 * 1024
export const mostRows = 20_000
export const mostColumns = 100

const byName = new Map(
  headers.flatMap(({ name, also }) => [name, ...also.split(' ')].map((each) => [each, name] as const)),
)

/** Which field each column is likely to be, by its header; each field is guessed once. */
export function guessed(header: string[]): Mapping {
  const used = new Set<string>()
  return header.map((name) => {
    const plain = name
      .normalize('NFKC')
      .trim()
      .toLowerCase()
      .replace(/[\s_.:()-]+/g, '_')
      .replace(/^_|_$/g, '')
    const field = byName.get(plain) ?? ''
    if (field === '' || used.has(field)) return ''
    used.add(field)
    return field
  })
}

/** A column as spreadsheets call it: A, B, … Z, AA. */
export function columnName(at: number): string {
  return (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
}

export type ImportState = 'open' | 'laying out' | 'waiting' | 'recording' | 'over'

/** How far an import has come, from its draft and its instants. */
export function importState(import_: {
  state: DraftState
  confirmedAt: Date | null
  doneAt: Date | null
}): ImportState {
  if (import_.state === 'PUBLISHED') return import_.doneAt ? 'over' : 'recording'
  if (import_.state === 'SUBMITTED') return 'waiting'
  return import_.confirmedAt ? 'laying out' : 'open'
}
