'use server'

import { redirect } from 'next/navigation'
import { visitorAction } from '#app/visitor-action.ts'
import { unscopedGiveBack } from '#lib/auth/networks.ts'
import { NewPasswordInput } from '#lib/people/input.ts'
import { unscopedResetPassword } from '#lib/people/reset.ts'

export const setNew = visitorAction(NewPasswordInput, async (input) => {
  await unscopedResetPassword(input)
  await unscopedGiveBack('link')
  redirect('/sign-in?reset=1')
})
