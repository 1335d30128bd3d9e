'use server'

import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { getSummitForm } from '#lib/summits/desk.ts'
import { SummitForm } from '#lib/summits/input.ts'
import { amendSummit, recordParty, recordSummit } from '#lib/summits/write.ts'

export const keepSummit = formAction(
  SummitForm,
  async (viewer, { recorded, amended, named }) => {
    for (const party of named) await recordParty(viewer, party)
    if (recorded) await recordSummit(viewer, recorded)
    if (amended) await amendSummit(viewer, amended)
    redirect(`/desk/summits/${(recorded ?? amended)?.slug}?saved=${(amended?.version ?? 0) + 1}`)
  },
  async (viewer, { amended }) => amended && (await getSummitForm(viewer, amended.slug)).values,
)
