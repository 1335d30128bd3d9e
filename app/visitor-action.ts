// Server actions for visitors, who act by the secret of a link: validation and rate limit.

import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { setAnswerStatus } from '#app/answer.ts'
import { inWords } from '#app/form-action.ts'
import { unscopedTakeFromNetwork, waitFor } from '#lib/auth/guessing.ts'
import { formFields, nest, zodFaults } from '#lib/forms/parse.ts'
import { parseForm } from '#lib/forms/sentences.ts'
import type { FormState } from '#lib/forms/state.ts'

/** What formAction is for members, for people who are nobody yet: the secret in their link is what lets them act. */
export function visitorAction<S extends z.ZodType>(
  Input: S,
  act: (input: z.output<S>) => Promise<unknown>,
): (state: FormState, form: FormData) => Promise<FormState> {
  return async (state, form) => {
    const { password: _, ...values } = formFields(form)
    const answer = (rest: Partial<FormState>): FormState => ({
      attempt: state.attempt + 1,
      faults: [],
      values,
      ...rest,
    })
    try {
      const parsed = parseForm(Input, nest(formFields(form)))
      if (!parsed.success) {
        setAnswerStatus(422)
        return answer({ faults: zodFaults(parsed.error) })
      }
      const seconds = await unscopedTakeFromNetwork('link')
      if (seconds > 0) {
        setAnswerStatus(429)
        return answer({ faults: [{ field: '', message: waitFor(seconds) }] })
      }
      const notice = await act(parsed.data)
      return answer(typeof notice === 'string' ? { notice } : {})
    } catch (error) {
      unstable_rethrow(error)
      const [status, words] = inWords(error)
      setAnswerStatus(status)
      return answer(words)
    }
  }
}
