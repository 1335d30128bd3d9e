'use server'

import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { recordNoChange } from '#lib/review/no-change.ts'
import { NoChangeInput } from '#lib/updates/input.ts'

export const noChangeSeen = formAction(NoChangeInput, async (viewer, input) => {
  const { id } = await recordNoChange(viewer, input)
  redirect(`/desk/drafts/${id}?saved=1`)
})
