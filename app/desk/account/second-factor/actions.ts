'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { CodeInput, OwnPasswordInput } from '#lib/auth/input.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  renewCodes,
} from '#lib/auth/second-factor.ts'

const path = '/desk/account/second-factor'

export const begin = formAction(OwnPasswordInput, async (viewer, { password }) => {
  await beginSecondFactor(viewer, password, await headers())
  redirect(path)
})

export const confirm = formAction(CodeInput, async (viewer, { code }) => {
  await confirmSecondFactor(viewer, code, await headers())
  redirect(`${path}?on=1`)
})

export const renew = formAction(OwnPasswordInput, async (viewer, { password }) => {
  const codes = await renewCodes(viewer, password, await headers())
  return `The old codes are void. The new ones, shown only now: ${codes.join('  ')}`
})

export const end = formAction(OwnPasswordInput, async (viewer, { password }) => {
  await endSecondFactor(viewer, password, await headers())
  redirect(path)
})
