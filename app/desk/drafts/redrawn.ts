import { criteriaList } from '#components/commitments/criteria-list.ts'
import { partiesList } from '#components/summits/parties-list.ts'
import { redrawn as listRedrawn } from '#components/ui/rows.ts'
import { withoutRow, withRow } from '#components/updates/evidence-rows.ts'
import type { Fields } from '#lib/forms/state.ts'

/** The form after a button that only changes what it shows, or null when another was pressed. */
export function redrawn({ act = '', ...fields }: Fields): Fields | null {
  if (act === 'show') return fields
  if (act === 'add') return withRow(fields)
  const gone = /^remove\.(\d)$/.exec(act)?.[1]
  if (gone) return withoutRow(fields, Number(gone))
  return listRedrawn({ ...fields, act }, criteriaList) ?? listRedrawn({ ...fields, act }, partiesList)
}
