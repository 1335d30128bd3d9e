'use server'

import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { MessageInput } from '#lib/outbox/input.ts'
import { resendMessage } from '#lib/outbox/write.ts'

export const resend = formAction(MessageInput, async (viewer, { id }) => {
  await resendMessage(viewer, id)
  redirect('/desk/outbox?done=queued')
})
