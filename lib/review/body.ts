// The body of a draft (JSON): the fields of its form as they were typed, complete or not.

import { invalid } from '#lib/errors.ts'
import type { Fields } from '#lib/forms/state.ts'
import { storableFields } from '#lib/forms/storable.ts'

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

/** The same as a draft can keep them. Invalid when it is too much. */
export function storable(fields: Fields): Fields {
  const typed = Object.entries(fields).filter(([name]) => !isCount(name))
  const kept = storableFields(Object.fromEntries(typed))
  if (JSON.stringify(kept).length > most) throw invalid('', 'This is more than a draft can hold: shorten it.')
  return kept
}
