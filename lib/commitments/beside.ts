// What a commitment's page shows besides (updates, ledger entries, wordings, merges), queried in parallel.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { getMerges, type MergedLine } from '#lib/commitments/merge.ts'
import { idByRef } from '#lib/commitments/read.ts'
import { isRef } from '#lib/commitments/rules.ts'
import { listWordings, type Wording } from '#lib/commitments/wordings.ts'
import type { Clocks } from '#lib/dates.ts'
import { type EntryLine, entriesAbout } from '#lib/ledger/read.ts'
import { getHistory, type PublishedUpdate } from '#lib/updates/public.ts'

export type BesideCommitment = {
  history: PublishedUpdate[]
  entries: EntryLine[]
  wordings: Wording[]
  merges: { into: MergedLine | null; from: MergedLine[] }
}

/** The updates, entries, wordings and merges of the commitment with this reference; nothing where there is none. */
export async function getBesideCommitment(
  viewer: Viewer,
  clocks: Clocks,
  ref: string,
): Promise<BesideCommitment> {
  authorize(viewer, 'commitment.read', 'any')
  if (!isRef(ref)) return { history: [], entries: [], wordings: [], merges: { into: null, from: [] } }
  const id = idByRef(clocks, ref)
  const [history, entries, wordings, merges] = await Promise.all([
    getHistory(viewer, clocks, id),
    entriesAbout(viewer, clocks.known, id),
    listWordings(viewer, clocks, id),
    getMerges(viewer, clocks, id),
  ])
  return { history, entries, wordings, merges }
}
