// Server actions for members: authentication, validation (zod), and refusals that keep every value typed.

import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { setAnswerStatus } from '#app/answer.ts'
import { currentViewer, sessionOwner } from '#app/current-viewer.ts'
import { unscopedParkForm } from '#lib/auth/parked-forms.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { Conflict, Invalid, isUnavailable, NotAllowed, NotFound } from '#lib/errors.ts'
import { formFields, formFiles, nest, zodFaults } from '#lib/forms/parse.ts'
import { parseForm } from '#lib/forms/sentences.ts'
import type { Fields, FormState } from '#lib/forms/state.ts'
import { formBase, mergeFields, takeSide } from '#lib/forms/three-way-merge.ts'
import { log } from '#lib/log.ts'

/**
 * A server action from what it takes and what it does. Whatever is refused comes back to the form with every value
 * kept; a form whose session has ended is parked, and its owner signs in and finds it again. `present` says how the
 * record stands now as fields of the form, so that a form of a stale version is merged with it.
 */
export function formAction<S extends z.ZodType>(
  Input: S,
  act: (viewer: Member, input: z.output<S>) => Promise<unknown>,
  present?: (viewer: Member, input: z.output<S>) => Promise<Fields | null>,
): (state: FormState, form: FormData) => Promise<FormState> {
  return async (state, form) => {
    const { password: _, currentPassword: __, ...values } = formFields(form)
    const answer = (...rest: Partial<FormState>[]): FormState =>
      Object.assign({ attempt: state.attempt + 1, faults: [], values }, ...rest)
    const merging = state.merge ? { merge: state.merge } : {}
    const refused = (status: number, ...rest: Partial<FormState>[]): FormState => {
      setAnswerStatus(status)
      return answer(merging, ...rest)
    }
    const taken = takeSide(values, state.merge?.clashes)
    if (taken) return answer(merging, { values: taken })
    try {
      // First: asking who it is forgets a session that has ended.
      const owner = await sessionOwner()
      const viewer = await currentViewer()
      if (viewer.kind !== 'member') return await holdAndSignIn(owner, values)
      const parsed = parseForm(Input, { ...nest(formFields(form)), ...formFiles(form) })
      if (!parsed.success) return refused(422, { faults: zodFaults(parsed.error) })
      try {
        const notice = await act(viewer, parsed.data)
        return answer(typeof notice === 'string' ? { notice } : {})
      } catch (error) {
        const theirs = error instanceof Conflict && present ? await present(viewer, parsed.data) : null
        if (!theirs) throw error
        return refused(...inWords(error), mergeFields(formBase(values), theirs, values))
      }
    } catch (error) {
      unstable_rethrow(error)
      return refused(...inWords(error))
    }
  }
}

async function holdAndSignIn(owner: string | null, values: Fields): Promise<never> {
  const from = (await headers()).get('referer')
  const path = from && URL.canParse(from) ? new URL(from).pathname : '/desk'
  const held = await unscopedParkForm(owner, path, values)
  const next = held ? `${path}?held=${held}` : path
  redirect(`/sign-in?next=${encodeURIComponent(next)}&ended=1`)
}

/** What stopped an act, as a status and as what the form says. */
export function inWords(error: unknown): [number, Partial<FormState>] {
  const whole = (message: string): Partial<FormState> => ({ faults: [{ field: '', message }] })
  if (error instanceof Invalid) return [422, { faults: error.faults }]
  if (error instanceof Conflict) return [409, { ...whole(error.message), theirs: error.theirs }]
  if (error instanceof NotAllowed) return [403, whole(error.message)]
  if (error instanceof NotFound) return [404, whole(error.message)]
  if (isUnavailable(error))
    return [
      503,
      whole('The database does not answer just now. Nothing is lost: send this again in a moment.'),
    ]
  log.error({ err: error }, 'a form could not be acted on')
  return [500, whole('Something went wrong on our side; it has been noted. What you typed is still here.')]
}
