// Serialises a commitment, by loops over its fields: what is sent, what is stored, what the ledger says.

import { z } from 'zod'
import type { Field, Heading } from '#lib/commitments/field-kinds.ts'
import { commitmentFields } from '#lib/commitments/fields.ts'
import { type Localised, localised } from '#lib/languages.ts'

type Listed = (typeof commitmentFields)[number]
export type Key = Listed['key']
/** What is said of a commitment, field by field. */
export type Commitment = { [F in Listed as F['key']]: z.output<F['schema']> }
type Schemas = { [F in Listed as F['key']]: F['schema'] }

/** The fields in the order of the form. */
export const fields: readonly Field<Key>[] = commitmentFields

// Tables and JSON begin with what a commitment is found and filed by.
const filedBy: Key[] = ['ref', 'summitSlug', 'areaSlug', 'partyCodes']
const place = ({ key }: Field<Key>) => (filedBy.includes(key) ? filedBy.indexOf(key) : filedBy.length)
/** The same in the order of tables and JSON. */
export const fieldsInTables = [...fields].sort((a, b) => place(a) - place(b))

/** A value for each field, by its key. */
export function byField<V>(make: (field: Field<Key>) => V): Record<Key, V> {
  return Object.fromEntries(fields.map((field) => [field.key, make(field)])) as Record<Key, V>
}

/** What may be sent of a commitment, as the shape of an object. */
export const facts = byField(({ schema }) => schema) as Schemas

/** A commitment as JSON, which is how `keptAt` (kept.ts) asks for it. */
export const StoredCommitment = z.object(
  byField(({ kept }) => kept) as { [F in Listed as F['key']]: F['kept'] },
)
export type StoredCommitment = z.output<typeof StoredCommitment>

/** From JSON to what is said. */
export function fromKept(kept: StoredCommitment): Commitment {
  const said: Partial<Record<Key, unknown>> = {}
  for (const field of fields) said[field.key] = field.read(kept[field.key])
  return said as Commitment
}

/** The texts that stand on a commitment's page below its criteria, each with its heading. */
export function sectionsOf(said: Commitment): { heading: Heading; text: Localised }[] {
  return fields.flatMap(({ key, heading }) =>
    heading && !isEmpty(said[key]) ? { heading, text: localised(said[key]) } : [],
  )
}

const isEmpty = (value: unknown) =>
  value === null || (typeof value === 'object' && Object.keys(value).length === 0)

/** What the ledger enters: entries say nothing of a field that came later than they, unless it is set. */
export function toEntry(said: Commitment): Record<string, unknown> {
  const isLeftOut = ({ key, isLater }: Field<Key>) => isLater && isEmpty(said[key])
  return Object.fromEntries(
    fields.flatMap((field) => (isLeftOut(field) ? [] : [[field.key, said[field.key]]])),
  )
}

const later = fields.filter(({ isLater }) => isLater).map(({ key }) => [key, null])

/** From what the ledger entered of a commitment. */
export function fromEntry(subject: Record<string, unknown>): Commitment {
  return fromKept(StoredCommitment.parse({ ...Object.fromEntries(later), ...subject }))
}

type All<T> = (T extends unknown ? (each: T) => void : never) extends (all: infer I) => void ? I : never
type Columns = All<ReturnType<Listed['columns']>>

/** The columns of its own row; what it names by a slug or a code has its place elsewhere. */
export function columnsOf(said: Commitment): Columns {
  return Object.assign({}, ...fields.map((field) => field.columns(said[field.key]))) as Columns
}
