'use server'

import { redirect } from 'next/navigation'
import { visitorAction } from '#app/visitor-action.ts'
import { ForgottenInput } from '#lib/people/input.ts'
import { unscopedAskReset } from '#lib/people/reset.ts'

export const ask = visitorAction(ForgottenInput, async ({ email }) => {
  await unscopedAskReset(email)
  redirect('/forgotten?asked=1')
})
