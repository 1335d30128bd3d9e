// Autosave as a server action: drafts are saved while people type.

import type { z } from 'zod'
import { viewerWhileTyping } from '#app/current-viewer.ts'
import { formAction } from '#app/form-action.ts'
import type { Member } from '#lib/auth/viewer.ts'
import type { Fields, FormState } from '#lib/forms/state.ts'

/**
 * A server action that saves without being asked; answers with the fields of the form as they were saved. Nobody is sent
 * away while typing.
 */
export function autosaveAction<S extends z.ZodType>(
  Input: S,
  keep: (viewer: Member, input: z.output<S>) => Promise<Fields>,
): (state: FormState, form: FormData) => Promise<FormState> {
  return async (state, form) => {
    const { kind } = await viewerWhileTyping()
    if (kind !== 'member') {
      const message = 'your session has ended. Save the draft yourself: you will sign in and find it again.'
      return { ...state, faults: [{ field: '', message }] }
    }
    let values: Fields = {}
    const act = formAction(Input, async (viewer, input) => {
      values = await keep(viewer, input)
      return 'Draft saved.'
    })
    const answer = await act(state, form)
    return answer.notice ? { ...answer, values } : answer
  }
}
