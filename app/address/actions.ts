'use server'

import { redirect } from 'next/navigation'
import { visitorAction } from '#app/visitor-action.ts'
import { unscopedGiveTriesBack } from '#lib/auth/guessing.ts'
import { unscopedAgreeAddress } from '#lib/people/address.ts'
import { AgreeInput } from '#lib/people/input.ts'

export const agree = visitorAction(AgreeInput, async ({ token }) => {
  await unscopedAgreeAddress(token)
  await unscopedGiveTriesBack('link')
  redirect(`/address?token=${encodeURIComponent(token)}`)
})
