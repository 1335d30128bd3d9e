// A draft as the flat fields of its form (serialisation).

import type { Fields } from '#lib/forms/state.ts'
import type { DraftInFull } from '#lib/review/read.ts'

/** Which draft a form is of, at which version. */
export const ownFields = ({ id, version }: { id: string; version: number }): Fields => ({
  draftId: id,
  draftVersion: String(version),
})

/** A draft as the flat fields of its form, written over what is in force of that which it amends. */
export function fieldsOfDraft(draft: DraftInFull): Fields {
  const { subjectId, base, fields } = draft
  return {
    ...fields,
    ...ownFields(draft),
    ...(subjectId ? { id: subjectId } : {}),
    ...(base === null ? {} : { version: String(base) }),
  }
}
