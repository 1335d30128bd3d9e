// Form parsing: sanitises text (control characters, bidi overrides); keeps what was typed, field by field.

import { z } from 'zod'
import { isDay } from '#lib/dates.ts'
import type { Fault } from '#lib/errors.ts'
import type { Fields } from '#lib/forms/state.ts'
import type { Localised } from '#lib/languages.ts'

// Overrides and isolates can make a headline read as its opposite (CVE-2021-42574).
const reordering = /[\u202A-\u202E\u2066-\u2069]/
const controls = /[^\P{Cc}\t\n\r]/u

function readable(text: string, context: z.RefinementCtx): void {
  if (text.includes('\0') || !text.isWellFormed())
    context.addIssue({ code: 'custom', message: 'Holds characters that are not text: paste it again.' })
}

/** Whether a text holds nothing but what can be read. */
export const isPlain = (text: string): boolean =>
  text.isWellFormed() && !reordering.test(text) && !controls.test(text)

function plain(text: string, context: z.RefinementCtx): void {
  readable(text, context)
  if (reordering.test(text) || controls.test(text))
    context.addIssue({ code: 'custom', message: 'Holds invisible control characters: type it again.' })
}

const tooLong = (max: number) => `Keep it within ${max.toLocaleString('en')} characters.`

/** One line that readers see: required, trimmed, inner white space folded, NFC. */
export function line(max: number, missing = 'Fill this in.') {
  return z
    .string({ error: missing })
    .max(max, tooLong(max))
    .superRefine(plain)
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .refine((text) => text !== '', missing)
}

/** A line that may be left empty; empty means null. */
export function optionalLine(max: number) {
  return z
    .string()
    .max(max, tooLong(max))
    .superRefine(plain)
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim() || null)
    .nullish()
    .transform((text) => text ?? null)
}

/** Several lines that may be left empty; empty means null. */
export function optionalText(max: number) {
  return z
    .string()
    .max(max, tooLong(max))
    .superRefine(plain)
    .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim() || null)
    .nullish()
    .transform((text) => text ?? null)
}

/** A source's own words: only line ends are unified, for a quote must be found again character for character. */
export function verbatim(max: number, missing = 'Paste the text.') {
  return z
    .string({ error: missing })
    .max(max, tooLong(max))
    .superRefine(readable)
    .transform((text) => text.replace(/\r\n?/g, '\n'))
    .refine((text) => text.trim() !== '', missing)
}

const given = ({ en, zh }: { en: string | null; zh: string | null }): Localised => ({
  ...(en ? { en } : {}),
  ...(zh ? { zh } : {}),
})

/** A localised line: at least one language. Field names are `<name>.en` and `<name>.zh`. */
export function localisedLine(max: number, missing = 'Write it in English or Chinese.') {
  return z
    .object({ en: optionalLine(max), zh: optionalLine(max) }, { error: missing })
    .transform(given)
    .refine((text) => 'en' in text || 'zh' in text, missing)
}

/** A localised line that may be left empty in both languages. */
export function optionalLocalisedLine(max: number) {
  return z
    .object({ en: optionalLine(max), zh: optionalLine(max) })
    .nullish()
    .transform((text) => (text ? given(text) : {}))
}

const choose = 'Choose one from the list.'
export const id = z.string(choose).regex(/^[\w-]{1,64}$/, choose)
export const optionalId = z
  .union([id, z.literal('')], choose)
  .nullish()
  .transform((value) => value || null)
/** Made when a form is drawn; sending the same form twice is then one act. */
export const requestKey = z
  .string()
  .regex(/^[\w-]{8,64}$/)
  .nullish()
  .transform((key) => key ?? null)
const asDay = 'Write the date like 2023-11-15.'
/** A day, written like 2023-11-15. */
export const day = z.string(asDay).refine(isDay, asDay)
const unversioned = 'Open this page again: what was sent does not say which version it changes.'
/** A version, as a column of the database counts them. */
export const version = z.coerce
  .number(unversioned)
  .int(unversioned)
  .min(1, unversioned)
  .max(2_147_483_647, unversioned)

/** The text fields of a form. A name sent twice keeps its last value; files and React's own fields are left out. */
export function formFields(form: FormData): Fields {
  const fields: Fields = {}
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith('$')) fields[name] = value
  return fields
}

/** The files of a form. A field in which nothing was chosen, or nothing with content, is left out. */
export function formFiles(form: FormData): Record<string, File> {
  const files: Record<string, File> = {}
  for (const [name, value] of form) if (value instanceof File && value.size > 0) files[name] = value
  return files
}

/** Flat names to the object they spell: {'evidence.0.id': 'x'} → {evidence: [{id: 'x'}]}. Gaps in lists close up. */
export function nest(fields: Fields): Record<string, unknown> {
  const root: Record<string, unknown> = Object.create(null)
  for (const [name, value] of Object.entries(fields)) {
    const path = name.split('.').slice(0, 6)
    let at = root
    for (const step of path.slice(0, -1)) {
      const found = at[step]
      const next = isBranch(found) ? found : Object.create(null)
      at[step] = next
      at = next
    }
    at[path.at(-1) ?? name] = value
  }
  return listsIn(root) as Record<string, unknown>
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function listsIn(value: unknown): unknown {
  if (!isBranch(value)) return value
  const entries = Object.entries(value).map(([key, each]) => [key, listsIn(each)] as const)
  const isList = entries.length > 0 && entries.every(([key]) => /^\d{1,3}$/.test(key))
  if (!isList) return Object.fromEntries(entries)
  return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, each]) => each)
}

/** Zod's complaints as faults of fields. */
export function zodFaults(error: z.ZodError): Fault[] {
  return error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }))
}
