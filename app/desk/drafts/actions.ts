'use server'

import { redirect } from 'next/navigation'
import { autosaveAction } from '#app/autosave-action.ts'
import { currentViewer, viewerWhileTyping } from '#app/current-viewer.ts'
import { parkTyped, seekSources, undoOf } from '#app/desk/drafts/parked.ts'
import { redrawn } from '#app/desk/drafts/redrawn.ts'
import { formAction } from '#app/form-action.ts'
import { formFields } from '#lib/forms/parse.ts'
import type { FormState } from '#lib/forms/state.ts'
import { claimDraft, releaseDraft } from '#lib/review/claims.ts'
import { commentOnDraft } from '#lib/review/comments.ts'
import { fieldsOfDraft } from '#lib/review/form.ts'
import {
  ActInput,
  ClaimInput,
  CommentInput,
  KeptInput,
  ReturnInput,
  TogetherInput,
} from '#lib/review/input.ts'
import { publishDraft, publishTogether, returnDraft } from '#lib/review/publish.ts'
import { draftAsItStands, getDraft } from '#lib/review/read.ts'
import { outcomesInWords } from '#lib/review/rules.ts'
import { discardDraft, keepDraft, recallDraft } from '#lib/review/write.ts'

const keeping = formAction(
  KeptInput,
  async (viewer, input) => {
    const { id, version } = await keepDraft(viewer, input)
    redirect(`/desk/drafts/${id}?saved=${version}`)
  },
  draftAsItStands,
)

/** Saves or submits a draft of any kind; or, for the buttons that only change what its form shows, draws it again. */
export async function keep(state: FormState, form: FormData): Promise<FormState> {
  const fields = formFields(form)
  if (fields.act === 'find') await seekSources(await viewerWhileTyping(), fields)
  const values = redrawn(fields)
  if (values) return { ...state, attempt: state.attempt + 1, faults: [], values }
  const answer = await keeping(state, form)
  // Its page no longer shows a form that could keep what was typed.
  if (answer.theirs && answer.merge === state.merge) await parkTyped(await currentViewer(), fields)
  return answer
}

// No button was pressed: it is saved, and never handed in.
export const saveByItself = autosaveAction(KeptInput, async (viewer, input) => {
  const { id, version } = await keepDraft(viewer, { ...input, act: 'save' })
  return { ...fieldsOfDraft(await getDraft(viewer, id)), draftVersion: String(version) }
})

export const recall = formAction(ActInput, async (viewer, input) => {
  redirect(`/desk/drafts/${await recallDraft(viewer, input)}`)
})

export const discard = formAction(ActInput, async (viewer, input) => {
  const draft = await getDraft(viewer, input.id)
  await discardDraft(viewer, input)
  redirect(await undoOf(viewer, draft))
})

// The page of an import leads on to its own.
export const claim = formAction(ClaimInput, async (viewer, input) => {
  redirect(`/desk/drafts/${await claimDraft(viewer, input)}`)
})

export const release = formAction(ClaimInput, async (viewer, input) => {
  redirect(`/desk/drafts/${await releaseDraft(viewer, input)}`)
})

export const comment = formAction(CommentInput, async (viewer, input) => {
  await commentOnDraft(viewer, input)
  redirect(`/desk/drafts/${input.id}`)
})

export const publish = formAction(ActInput, async (viewer, input) => {
  redirect(`/desk/drafts/${await publishDraft(viewer, input)}`)
})

export const publishAlike = formAction(TogetherInput, async (viewer, input) => {
  return outcomesInWords(await publishTogether(viewer, input))
})

export const giveBack = formAction(ReturnInput, async (viewer, input) => {
  await returnDraft(viewer, input)
  redirect('/desk/review')
})
