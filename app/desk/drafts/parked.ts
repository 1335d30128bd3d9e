// Parked drafts: what was typed is kept while people go to another page, and where they come back to.

import { redirect } from 'next/navigation'
import { plainWords } from '#components/updates/evidence-rows.ts'
import { unscopedParkForm } from '#lib/auth/parked-forms.ts'
import type { Member, Viewer } from '#lib/auth/viewer.ts'
import type { Fields } from '#lib/forms/state.ts'
import { storableFields } from '#lib/forms/storable.ts'
import { type DraftInFull, getDraft } from '#lib/review/read.ts'

/** A way to such a beginning as an address carried it, and to nowhere else. */
export function beginningAsked(asked: string | string[] | undefined): string | null {
  const [path = ''] = [asked].flat()
  return /^\/desk\/(updates|summits|commitments)\/[\w/%.-]+\?held=[\w-]+$/.test(path) ? path : null
}

/** The page on which a draft of this kind begins; null where its form does not say of what it would be. */
function beginningOf(kind: string | undefined, { id, slug, ref }: Fields): string | null {
  if (kind === 'UPDATE') return '/desk/updates/new'
  const [summit, commitment] = [slug, ref].map((name) => encodeURIComponent(name ?? ''))
  if (kind === 'SUMMIT') return id ? `/desk/summits/${summit}` : '/desk/summits/new'
  if (kind === 'COMMITMENT') return id ? `/desk/commitments/${commitment}` : '/desk/commitments/new'
  return kind === 'MERGE' && commitment ? `/desk/commitments/${commitment}/merge` : null
}

/** A search for sources asks the database, so it goes to the page again; what was typed waits there. */
export async function seekSources(viewer: Viewer, sent: Fields): Promise<void> {
  if (viewer.kind !== 'member') return
  const fields = storableFields(sent)
  const path = fields.draftId ? `/desk/drafts/${encodeURIComponent(fields.draftId)}` : '/desk/updates/new'
  const held = (await unscopedParkForm(viewer.id, path, fields)) ?? ''
  redirect(`${path}?${new URLSearchParams({ held, find: plainWords(fields.find ?? '') })}`)
}

/** What was typed over a draft that is gone or handed in is parked as what a new draft begins with. */
export async function parkTyped(viewer: Viewer, sent: Fields): Promise<void> {
  // Written over what stands now, from whatever it was written.
  const {
    draftId = '',
    draftVersion: _,
    base: __,
    requestKey: ___,
    version: ____,
    ...typed
  } = storableFields(sent)
  const path = beginningOf(typed.kind, typed)
  if (viewer.kind !== 'member' || !draftId || !path) return
  const held = await unscopedParkForm(viewer.id, path, typed)
  if (!held) return
  const isThere = await getDraft(viewer, draftId).catch(() => null)
  const begin = `${path}?held=${held}`
  redirect(isThere ? `/desk/drafts/${draftId}?${new URLSearchParams({ aside: begin })}` : `${begin}&gone=1`)
}

/** Where to go on from a draft that was discarded: to the desk, from which it can be begun again as it was. */
export async function undoOf(viewer: Member, { kind, subjectId, fields }: DraftInFull): Promise<string> {
  // A correction is begun again from what it corrects.
  const isCorrection = kind === 'UPDATE' && subjectId !== null
  const path = isCorrection ? null : beginningOf(kind, { ...fields, id: subjectId ?? '' })
  const held = path && (await unscopedParkForm(viewer.id, path, fields))
  return held ? `/desk?${new URLSearchParams({ undo: `${path}?held=${held}` })}` : '/desk'
}
