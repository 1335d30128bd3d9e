'use server'

import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { PartyAmendment, PartyInput } from '#lib/parties/input.ts'
import { partyFields } from '#lib/parties/read.ts'
import { addParty as add, renameParty } from '#lib/parties/write.ts'

export const addParty = formAction(PartyInput, async (viewer, input) => {
  redirect(`/desk/parties?saved=${await add(viewer, input)}`)
})

export const rename = formAction(
  PartyAmendment,
  async (viewer, input) => {
    redirect(`/desk/parties?saved=${await renameParty(viewer, input)}`)
  },
  async (viewer, { id }) => partyFields(viewer, id),
)
