'use server'

import { redirect } from 'next/navigation'
import { visitorAction } from '#app/visitor-action.ts'
import { unscopedGiveTriesBack } from '#lib/auth/guessing.ts'
import { NewPasswordInput } from '#lib/people/input.ts'
import { unscopedResetPassword } from '#lib/people/reset.ts'

export const setNew = visitorAction(NewPasswordInput, async (input) => {
  await unscopedResetPassword(input)
  await unscopedGiveTriesBack('link')
  redirect('/sign-in?reset=1')
})
