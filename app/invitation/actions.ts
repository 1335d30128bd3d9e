'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { visitorAction } from '#app/visitor-action.ts'
import { auth } from '#lib/auth/auth.ts'
import { unscopedGiveTriesBack } from '#lib/auth/guessing.ts'
import { unscopedAcceptInvitation } from '#lib/people/accept.ts'
import { AcceptInput } from '#lib/people/input.ts'

export const accept = visitorAction(AcceptInput, async (input) => {
  const email = await unscopedAcceptInvitation(input)
  await unscopedGiveTriesBack('link')
  await auth().api.signInEmail({ body: { email, password: input.password }, headers: await headers() })
  redirect('/desk')
})
