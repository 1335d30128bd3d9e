'use server'

import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { AreaAmendment, AreaForm, AreaPlace } from '#lib/areas/input.ts'
import { areaFields } from '#lib/areas/read.ts'
import { addArea as add, placeArea, renameArea } from '#lib/areas/write.ts'

export const addArea = formAction(AreaForm, async (viewer, input) => {
  redirect(`/desk/areas?saved=${await add(viewer, input)}`)
})

export const rename = formAction(
  AreaAmendment,
  async (viewer, input) => {
    redirect(`/desk/areas?saved=${await renameArea(viewer, input)}`)
  },
  async (viewer, { id }) => areaFields(viewer, id),
)

export const place = formAction(AreaPlace, async (viewer, input) => {
  redirect(`/desk/areas?saved=${await placeArea(viewer, input)}`)
})
