'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { formAction } from '#app/form-action.ts'
import { auth } from '#lib/auth/auth.ts'
import { PasswordInput, SessionInput } from '#lib/auth/input.ts'
import { revokeOtherSessions, revokeSession, setPassword } from '#lib/auth/people.ts'

export const endSession = formAction(SessionInput, async (viewer, { id }) => {
  await revokeSession(viewer, id)
  redirect(id === viewer.sessionId ? '/sign-in' : '/desk/account')
})

export const endOthers = formAction(z.object({}), async (viewer) => {
  await revokeOtherSessions(viewer)
  redirect('/desk/account')
})

export const changePassword = formAction(PasswordInput, async (viewer, input) => {
  await setPassword(viewer, input)
  redirect('/desk/account?saved=1')
})

export const signOut = formAction(z.object({}), async () => {
  await auth().api.signOut({ headers: await headers() })
  redirect('/')
})
