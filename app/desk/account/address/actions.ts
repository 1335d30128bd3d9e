'use server'

import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { askAddressChange } from '#lib/people/address.ts'
import { NewAddressInput } from '#lib/people/input.ts'

export const askChange = formAction(NewAddressInput, async (viewer, input) => {
  await askAddressChange(viewer, input)
  redirect('/desk/account/address?asked=1')
})
