'use server'

import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { savingByItself } from '#app/autosave-action.ts'
import { formAction } from '#app/form-action.ts'
import { criteriaList } from '#components/commitments/criteria-list.ts'
import { valuesOf } from '#components/drafts/draft-values.ts'
import { partiesList } from '#components/summits/parties-list.ts'
import { type List, redrawn } from '#components/ui/rows.ts'
import { ActInput, type Kept, KeptCommitment, KeptMerge, KeptSummit, ReturnInput } from '#lib/drafts/input.ts'
import { publishDraft, returnDraft } from '#lib/drafts/publish.ts'
import { draftAsItStands, getDraft } from '#lib/drafts/read.ts'
import { claimDraft, commentOnDraft, releaseDraft } from '#lib/drafts/review.ts'
import { discardDraft, keepDraft, recallDraft } from '#lib/drafts/write.ts'
import { fieldsOf } from '#lib/forms/parse.ts'
import type { FormState } from '#lib/forms/state.ts'
import { ClaimInput, CommentInput } from '#lib/updates/input.ts'

const keeping = <S extends z.ZodType<Kept>>(Input: S) =>
  formAction(
    Input,
    async (viewer, input) => {
      const { id, version } = await keepDraft(viewer, input)
      redirect(`/desk/drafts/${id}?saved=${version}`)
    },
    async (viewer, input) => draftAsItStands(viewer, input),
  )
const [summit, commitment, merge] = [keeping(KeptSummit), keeping(KeptCommitment), keeping(KeptMerge)]

/** Saves or hands in; or, for the buttons of a list's rows, draws the form again. */
function orRedraw(act: typeof summit, list: List) {
  return async (state: FormState, form: FormData): Promise<FormState> => {
    const values = redrawn(fieldsOf(form), list)
    return values ? { attempt: state.attempt + 1, faults: [], values } : act(state, form)
  }
}

export const keepSummit = orRedraw(summit, partiesList)
export const keepCommitment = orRedraw(commitment, criteriaList)
export const keepMerge = async (state: FormState, form: FormData) => merge(state, form)

// No button was pressed: it is saved, and never handed in.
const byItself = <S extends z.ZodType<Kept>>(Input: S) =>
  savingByItself(Input, async (viewer, input) => {
    const { id, version } = await keepDraft(viewer, { ...input, act: 'save' })
    return { ...valuesOf(await getDraft(viewer, id)), draftVersion: String(version) }
  })
export const saveSummit = byItself(KeptSummit)
export const saveCommitment = byItself(KeptCommitment)
export const saveMerge = byItself(KeptMerge)

export const recall = formAction(ActInput, async (viewer, input) => {
  redirect(`/desk/drafts/${await recallDraft(viewer, input)}`)
})

export const discard = formAction(ActInput, async (viewer, input) => {
  await discardDraft(viewer, input)
  redirect('/desk')
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

export const giveBack = formAction(ReturnInput, async (viewer, input) => {
  await returnDraft(viewer, input)
  redirect('/desk/review')
})
