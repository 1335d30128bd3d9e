'use server'

import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { rereadSnapshot } from '#lib/captures/write.ts'
import { LookInput } from '#lib/live-checks/input.ts'
import { archiveLook, askLook } from '#lib/live-checks/write.ts'

export const lookNow = formAction(LookInput, async (viewer, input) => {
  await askLook(viewer, input)
  redirect(`/desk/articles/${input.id}`)
})

export const reread = formAction(LookInput, async (viewer, input) => {
  redirect(`/desk/captures/${await rereadSnapshot(viewer, input)}`)
})

export const keepSeen = formAction(LookInput, async (viewer, input) => {
  redirect(`/desk/captures/${await archiveLook(viewer, input)}`)
})
