'use server'

import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import { setAnswerStatus } from '#app/answer.ts'
import { knownDevice, rememberDevice } from '#app/current-viewer.ts'
import { auth } from '#lib/auth/auth.ts'
import {
  deviceOf,
  unscopedForgive,
  unscopedGiveTriesBack,
  unscopedTakeFromNetwork,
  unscopedTakeTry,
  waitFor,
} from '#lib/auth/guessing.ts'
import { CodeInput, SetupInput, SignInInput, safeNext } from '#lib/auth/input.ts'
import { unscopedClaim } from '#lib/auth/people.ts'
import { unscopedPassSecondFactor } from '#lib/auth/second-factor.ts'
import { Invalid, isUnavailable } from '#lib/errors.ts'
import { formFields, nest, zodFaults } from '#lib/forms/parse.ts'
import { parseForm } from '#lib/forms/sentences.ts'
import type { FormState } from '#lib/forms/state.ts'
import { log } from '#lib/log.ts'

// Nobody is a member here yet, so these two do by hand what formAction does for members.

export async function signIn(state: FormState, form: FormData): Promise<FormState> {
  const { password: _, ...values } = formFields(form)
  const refused = refuse(state, values)
  const parsed = parseForm(SignInInput, nest(formFields(form)))
  if (!parsed.success) return refused(422, zodFaults(parsed.error))
  const { email, password, next } = parsed.data
  const device = await knownDevice()
  let needsCode = false
  try {
    const seconds = await unscopedTakeTry(email, device)
    if (seconds > 0) return refused(429, [{ field: '', message: waitFor(seconds) }])
    const signedIn = await auth().api.signInEmail({ body: { email, password }, headers: await headers() })
    needsCode = 'twoFactorRedirect' in signedIn
    await unscopedForgive(email, device)
    // With a second factor only the code shows that this is the owner's browser.
    if (!needsCode) await rememberDevice(deviceOf(email))
  } catch (error) {
    unstable_rethrow(error)
    if (isUnavailable(error))
      return refused(503, [
        { field: '', message: 'The database does not answer just now. Try again in a moment.' },
      ])
    // The same words for an unknown address and a wrong password, so that nobody learns who has an account.
    return refused(401, [{ field: '', message: 'This e-mail address and password do not go together.' }])
  }
  redirect(needsCode ? `/sign-in/code?${new URLSearchParams({ next: safeNext(next) })}` : safeNext(next))
}

export async function passCode(state: FormState, form: FormData): Promise<FormState> {
  const { code: _, ...values } = formFields(form)
  const refused = refuse(state, values)
  const parsed = parseForm(CodeInput, nest(formFields(form)))
  if (!parsed.success) return refused(422, zodFaults(parsed.error))
  const seconds = await unscopedTakeFromNetwork('code')
  if (seconds > 0) return refused(429, [{ field: 'code', message: waitFor(seconds) }])
  const email = await unscopedPassSecondFactor(parsed.data.code, await headers())
  if (email) {
    await unscopedGiveTriesBack('code')
    await rememberDevice(deviceOf(email))
    redirect(safeNext(parsed.data.next))
  }
  const message =
    'This is not the code, or it took too long. Type the newest one; after five wrong ones, begin again.'
  return refused(401, [{ field: 'code', message }])
}

export async function claim(state: FormState, form: FormData): Promise<FormState> {
  const { password: _, ...values } = formFields(form)
  const refused = refuse(state, values)
  const parsed = parseForm(SetupInput, nest(formFields(form)))
  if (!parsed.success) return refused(422, zodFaults(parsed.error))
  const seconds = await unscopedTakeFromNetwork('link')
  if (seconds > 0) return refused(429, [{ field: '', message: waitFor(seconds) }])
  try {
    await unscopedClaim(parsed.data)
    await auth().api.signInEmail({ body: parsed.data, headers: await headers() })
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof Invalid) return refused(422, error.faults)
    log.error({ err: error }, 'the first account could not be made')
    return refused(503, [{ field: '', message: 'This did not work just now. Try again in a moment.' }])
  }
  redirect('/desk')
}

function refuse(state: FormState, values: FormState['values']) {
  return (status: number, faults: FormState['faults']): FormState => {
    setAnswerStatus(status)
    return { attempt: state.attempt + 1, faults, values }
  }
}
