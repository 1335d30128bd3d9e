'use server'

import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import { setAnswerStatus } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { formAction, inWords } from '#app/form-action.ts'
import { NewPasskeyInput, OwnPasswordInput, PasskeyInput, PasskeyNameInput } from '#lib/auth/input.ts'
import { addPasskey, beginPasskey, namePasskey, removePasskey } from '#lib/auth/passkeys.ts'
import type { Fault } from '#lib/errors.ts'
import { zodFaults } from '#lib/forms/parse.ts'

const path = '/desk/account/passkeys'

/** Called by script, before the browser makes the passkey that `add` keeps. */
export async function begin(password: string) {
  const viewer = await requireMember(path)
  const parsed = OwnPasswordInput.safeParse({ password })
  if (!parsed.success) return refused(422, zodFaults(parsed.error))
  try {
    return { options: await beginPasskey(viewer, parsed.data.password, await headers()) }
  } catch (error) {
    unstable_rethrow(error)
    const [status, { faults }] = inWords(error)
    return refused(status, faults ?? [])
  }
}

function refused(status: number, faults: Fault[]) {
  setAnswerStatus(status)
  return { faults }
}

export const add = formAction(NewPasskeyInput, async (viewer, input) => {
  await addPasskey(viewer, input, await headers())
  redirect(`${path}?done=added`)
})

export const rename = formAction(PasskeyNameInput, async (viewer, input) => {
  await namePasskey(viewer, input)
  redirect(`${path}?done=named`)
})

export const remove = formAction(PasskeyInput, async (viewer, input) => {
  await removePasskey(viewer, input)
  redirect(`${path}?done=removed`)
})
