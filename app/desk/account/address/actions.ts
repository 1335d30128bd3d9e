'use server'

import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { askAddressChange } from '#lib/people/address.ts'
import { AddressInput } from '#lib/people/input.ts'

export const askChange = formAction(AddressInput, async (viewer, input) => {
  await askAddressChange(viewer, input)
  redirect('/desk/account/address?asked=1')
})
