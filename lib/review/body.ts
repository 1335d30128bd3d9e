// The body of a draft (JSON): the fields of its form as they were typed, complete or not.

import { invalid } from '#lib/errors.ts'
import type { Fields } from '#lib/forms/state.ts'

const most = 200_000

/** The fields of a body, or of what a form spells with them. What is nested, as bodies once were, gets dotted names. */
export function fieldsIn(body: unknown, name = ''): Fields {
  if (typeof body !== 'object' || body === null)
    return name ? { [name]: typeof body === 'string' ? body : String(body ?? '') } : {}
  const parts = Object.entries(body).map(([key, each]) => fieldsIn(each, name ? `${name}.${key}` : key))
  return Object.fromEntries(parts.flatMap((fields) => Object.entries(fields)))
}

// What a form counts its rows with: they are as many as are there.
const isCount = (name: string) => /^rows$|Rows$/.test(name)

/** The same as Postgres can keep them: it knows neither NUL nor half a surrogate pair. Invalid when it is too much. */
export function storable(fields: Fields): Fields {
  const plain = (text: string) => text.replaceAll('\0', '\uFFFD').toWellFormed()
  const typed = Object.entries(fields).filter(([name]) => !isCount(name))
  const kept = typed.map(([name, value]) => [plain(name), plain(value)])
  if (JSON.stringify(kept).length > most) throw invalid('', 'This is more than a draft can hold: shorten it.')
  return Object.fromEntries(kept)
}
