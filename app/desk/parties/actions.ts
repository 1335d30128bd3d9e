'use server'

import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { partyFields } from '#lib/summits/desk.ts'
import { PartyAmendment, PartyInput } from '#lib/summits/input.ts'
import { recordParty, renameParty } from '#lib/summits/write.ts'

export const addParty = formAction(PartyInput, async (viewer, input) => {
  redirect(`/desk/parties?saved=${await recordParty(viewer, input)}`)
})

export const rename = formAction(
  PartyAmendment,
  async (viewer, input) => {
    redirect(`/desk/parties?saved=${await renameParty(viewer, input)}`)
  },
  async (viewer, { id }) => partyFields(viewer, id),
)
