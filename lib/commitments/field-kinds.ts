// What defines a field of a commitment (schema, columns, form, wording), and its defaults.

import type { z } from 'zod'
import { localisedLine, optionalLocalisedLine } from '#lib/forms/parse.ts'
import type { Fields } from '#lib/forms/state.ts'
import { type Language, type Localised, LocalisedText, localised } from '#lib/languages.ts'
import type { commitment } from '#lib/messages/en/commitment.ts'
import type { wordsOf } from '#lib/messages/translate.ts'

export type Words = ReturnType<typeof wordsOf<'commitment'>>
type Messages = typeof commitment
/** A message that takes no values. */
export type Heading = {
  [K in keyof Messages]: Messages[K] extends `${string}${'{' | '<'}${string}` ? never : K
}[keyof Messages]
/** A thing that is said, with its name on the desk. */
export type Fact = [name: string, text: string | undefined]
/** An input of the form, by its flat name. With `rows` it takes several lines. */
export type Input = {
  name: string
  label: string
  hint?: string
  rows?: number
  lang?: 'zh'
  inputMode?: 'numeric'
  isOptional?: boolean
  /** Typed once: an amendment cannot change it. */
  isOnlyNew?: boolean
}
/** A column of a table that people exchange: its header, what it holds, and other headers that it goes by. */
export type Header = { name: string; words: string; also: string }
/** What an amendment is written over, or the row of a table: null where it has no such column. */
export type Cells = (string | null)[]

// Methods, not properties: a list of fields of different values is then a list of `Field`.
export interface Field<
  Key extends string = string,
  Value = unknown,
  StoredCommitment = unknown,
  Columns extends object = object,
> {
  key: Key
  /** What people may send. */
  schema: z.ZodType<Value>
  /** The same as JSON: as the ledger enters it, and as `keptAt` (kept.ts) asks for it. */
  kept: z.ZodType<StoredCommitment>
  read(kept: StoredCommitment): Value
  /** The columns it is written to; none for what has a table of its own. */
  columns(value: Value): Columns
  inputs: Input[]
  toForm(value: Value): Fields
  /** From what the form sent (nested) to what `schema` takes or refuses. */
  fromForm(sent: unknown): unknown
  headers: Header[]
  toCells(value: Value): string[]
  /** From the cells of its headers to what `schema` takes or refuses; `base` is what is in force. */
  fromCells(cells: Cells, base: Value | undefined): unknown
  /** Its name in public JSON; null where it is not there, or not as it is. */
  json: string | null
  toJson(value: Value): unknown
  facts(value: Value): Fact[]
  /** Its lines in the wording of a commitment, two of which are compared line by line. */
  wording(value: Value, words: Words, language: Language, said: Record<string, unknown>): string[]
  /** The heading under which its text stands on the page of a commitment, below the criteria. */
  heading: Heading | null
  /** Entries of the ledger from before it was a field do not name it; later ones do where it is set. */
  isLater: boolean
}

type Own = 'key' | 'schema' | 'kept' | 'columns'
type Told<Each> = Pick<Each, Own & keyof Each> & Partial<Omit<Each, Own>>

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

/** A field that is one text and one column everywhere, except where `told` says otherwise. */
export function field<const Key extends string, Value, StoredCommitment, Columns extends object>(
  told: Told<Field<Key, Value, StoredCommitment, Columns>>,
): Field<Key, Value, StoredCommitment, Columns> {
  const { key, inputs = [], headers = [] } = told
  const toForm = told.toForm ?? ((value) => ({ [key]: textOf(value) }))
  return {
    inputs,
    headers,
    toForm,
    read: (kept) => kept as unknown as Value,
    fromForm: (sent) => sent,
    toCells: (value) => headers.map(() => textOf(value)),
    fromCells: ([cell], base) => cell ?? base ?? (headers.length ? '' : null),
    json: key,
    toJson: (value) => value,
    facts: (value) => inputs.map(({ name, label }) => [label, toForm(value)[name]]),
    wording: () => [],
    heading: null,
    isLater: false,
    ...told,
  }
}

/** What is said in both languages. */
export const both = ({ en, zh }: Localised): string[] => [en, zh].flatMap((each) => each ?? [])

type Localising<Key> = {
  key: Key
  most: number
  labels: Record<Language, string>
  /** Other headers of its two columns. */
  also: Record<Language, string>
  hint?: string
  /** How many lines its inputs are high; one where this is not given. */
  rows?: Record<Language, number>
  isOptional?: boolean
  heading?: Heading
  isLater?: boolean
}

/** A text in one or both languages; with `isOptional` also in none. */
export function localisedField<const Key extends string>(asked: Localising<Key>) {
  const { key, most, labels, also, hint, rows, isOptional = false, heading = null, isLater = false } = asked
  const inputs = (['en', 'zh'] as const).map(
    (language): Input => ({
      name: `${key}.${language}`,
      label: labels[language],
      ...(rows ? { rows: rows[language] } : {}),
      ...(language === 'zh' ? { lang: 'zh', isOptional: true } : { isOptional, ...(hint ? { hint } : {}) }),
    }),
  )
  return field({
    key,
    schema: isOptional ? optionalLocalisedLine(most) : localisedLine(most),
    kept: isOptional ? LocalisedText.nullable() : LocalisedText,
    read: (text: Localised | null) => localised(text),
    columns: (text: Localised) => ({ [key]: text }) as Record<Key, Localised>,
    inputs,
    toForm: ({ en = '', zh = '' }) => ({ [`${key}.en`]: en, [`${key}.zh`]: zh }),
    headers: [
      { name: `${key}_en`, words: labels.en, also: also.en },
      { name: `${key}_zh`, words: labels.zh, also: also.zh },
    ],
    toCells: ({ en = '', zh = '' }) => [en, zh],
    fromCells: ([en = null, zh = null], now) => ({ en: en ?? now?.en ?? null, zh: zh ?? now?.zh ?? null }),
    wording: both,
    heading,
    isLater,
  })
}
