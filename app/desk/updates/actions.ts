'use server'

import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { correctUpdate } from '#lib/review/corrections.ts'
import { CorrectInput, WithdrawInput } from '#lib/updates/input.ts'
import { withdrawUpdate } from '#lib/updates/write.ts'

export const correct = formAction(CorrectInput, async (viewer, input) => {
  redirect(`/desk/drafts/${await correctUpdate(viewer, input)}`)
})

export const withdraw = formAction(WithdrawInput, async (viewer, input) => {
  redirect(`/desk/updates/${await withdrawUpdate(viewer, input)}`)
})
