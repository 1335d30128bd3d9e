// What Postgres can keep of typed text (sanitisation): it knows neither NUL nor half a surrogate pair.

import type { Fields } from '#lib/forms/state.ts'

/** The same text, with a mark in the place of what cannot be kept. */
export const storableText = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed()

/** The same of every name and value of a form. */
export const storableFields = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [storableText(name), storableText(value)]))
