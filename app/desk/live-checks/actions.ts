'use server'

import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { rereadSnapshot } from '#lib/captures/write.ts'
import { LiveCheckInput } from '#lib/live-checks/input.ts'
import { archiveLiveCheck, askLiveCheck } from '#lib/live-checks/write.ts'

export const checkNow = formAction(LiveCheckInput, async (viewer, input) => {
  await askLiveCheck(viewer, input)
  redirect(`/desk/articles/${input.id}`)
})

export const reread = formAction(LiveCheckInput, async (viewer, input) => {
  redirect(`/desk/captures/${await rereadSnapshot(viewer, input)}`)
})

export const keepSeen = formAction(LiveCheckInput, async (viewer, input) => {
  redirect(`/desk/captures/${await archiveLiveCheck(viewer, input)}`)
})
