// The form that renames an area or a party: its name in both languages, and the version it was opened at.

import type { Fields } from '#lib/forms/state.ts'
import { localised } from '#lib/languages.ts'

/** The fields of a form that changes a name. */
export function nameFields(found: { id: string; name: unknown; version: number } | null): Fields | null {
  if (!found) return null
  const { en = '', zh = '' } = localised(found.name)
  return { id: found.id, version: String(found.version), 'name.en': en, 'name.zh': zh }
}
