// List buttons of a draft's form without JavaScript: it is drawn again with a row more or less, or moved.

import { criteriaList } from '#components/commitments/criteria-list.ts'
import { partiesList } from '#components/summits/parties-list.ts'
import { redrawn as listRedrawn } from '#components/ui/rows.ts'
import { evidenceList } from '#components/updates/evidence-rows.ts'
import type { Fields } from '#lib/forms/state.ts'

const lists = [evidenceList, criteriaList, partiesList]

/** The form after a button that only changes what it shows, or null when another was pressed. */
export function redrawn(fields: Fields): Fields | null {
  if (fields.act === 'show') {
    const { act: _, ...shown } = fields
    return shown
  }
  for (const list of lists) {
    const changed = listRedrawn(fields, list)
    if (changed) return changed
  }
  return null
}
