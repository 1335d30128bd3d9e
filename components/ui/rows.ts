// Repeatable rows of a form (field array): shown, added, removed and reordered without JavaScript.

import type { Fields } from '#lib/forms/state.ts'

/** A list in a form: its fields are called `name.0.part`, and it shows at least one row. */
export type ListSpec = { name: string; parts: readonly string[]; most: number }

/** How many rows a form shows: as many as it was sent with, and those that have something in them. */
export function rowCount(fields: Fields, { name, most }: ListSpec): number {
  const filled = Object.keys(fields).flatMap((key) => {
    const [list, at = '', part] = key.split('.')
    return list === name && part && /^\d{1,3}$/.test(at) ? Number(at) + 1 : []
  })
  return Math.min(most, Math.max(1, Number(fields[`${name}Rows`]) || 0, ...filled))
}

/** The form after one of a list's own buttons was pressed, or null when it was another: `name.add`, `name.remove.2`. */
export function redrawn(fields: Fields, list: ListSpec): Fields | null {
  const [name, act, place] = (fields.act ?? '').split('.')
  if (name !== list.name || !act) return null
  const rows = Array.from({ length: rowCount(fields, list) }, (_, at) => at)
  const at = Number(place)
  const to = act === 'up' ? at - 1 : at + 1
  if (act === 'remove') rows.splice(at, 1)
  else if (act === 'up' || act === 'down') {
    const [moved] = rows.splice(at, 1)
    if (moved !== undefined) rows.splice(Math.max(0, to), 0, moved)
  } else if (act !== 'add') return null
  return withRows(fields, list, rows, act === 'add' ? 1 : 0)
}

function withRows(fields: Fields, { name, parts, most }: ListSpec, rows: number[], more: number): Fields {
  const others = Object.entries(fields).filter(([key]) => !key.startsWith(`${name}.`) && key !== 'act')
  const next: Fields = Object.fromEntries(others)
  for (const [to, from] of rows.entries())
    for (const part of parts) next[`${name}.${to}.${part}`] = fields[`${name}.${from}.${part}`] ?? ''
  return { ...next, [`${name}Rows`]: String(Math.min(most, Math.max(1, rows.length + more))) }
}
