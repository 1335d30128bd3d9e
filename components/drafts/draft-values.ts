import type { DraftInFull } from '#lib/drafts/read.ts'
import type { Fields } from '#lib/forms/state.ts'

/** A draft as the flat fields of its form, written over what is in force of that which it amends. */
export function valuesOf({ id, version, subjectId, base, fields }: DraftInFull): Fields {
  return {
    ...fields,
    draftId: id,
    draftVersion: String(version),
    ...(subjectId ? { id: subjectId } : {}),
    ...(base === null ? {} : { version: String(base) }),
  }
}
