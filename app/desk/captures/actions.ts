'use server'

import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { CaptureActInput, CaptureInput, KeepInput } from '#lib/captures/input.ts'
import {
  cancelCapture,
  discardCapture,
  keepAsSnapshot,
  keepCapture,
  retryCapture,
  startCapture,
} from '#lib/captures/write.ts'

export const begin = formAction(CaptureInput, async (viewer, input) => {
  const begun = await startCapture(viewer, input)
  redirect(
    'captureId' in begun ? `/desk/captures/${begun.captureId}` : `/desk/articles/${begun.articleId}?again=1`,
  )
})

export const cancel = formAction(CaptureActInput, async (viewer, input) => {
  await cancelCapture(viewer, input)
  redirect(`/desk/captures/${input.id}`)
})

export const retry = formAction(CaptureActInput, async (viewer, input) => {
  await retryCapture(viewer, input)
  redirect(`/desk/captures/${input.id}`)
})

export const discard = formAction(CaptureActInput, async (viewer, input) => {
  await discardCapture(viewer, input)
  redirect('/desk/captures')
})

export const keep = formAction(KeepInput, async (viewer, input) => {
  await keepCapture(viewer, input)
  redirect(`/desk/captures/${input.id}`)
})

export const keepSnapshot = formAction(CaptureActInput, async (viewer, input) => {
  await keepAsSnapshot(viewer, input)
  redirect(`/desk/captures/${input.id}`)
})
