'use server'

import { redirect } from 'next/navigation'
import { savingByItself } from '#app/autosave-action.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { formAction } from '#app/form-action.ts'
import { redrawn } from '#components/ui/rows.ts'
import { evidenceList, plainWords } from '#components/updates/evidence-rows.ts'
import { valuesOf } from '#components/updates/update-values.ts'
import { may } from '#lib/access.ts'
import { unscopedHoldForm } from '#lib/auth/parked-forms.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { fieldsOf } from '#lib/forms/parse.ts'
import type { Fields, FormState } from '#lib/forms/state.ts'
import { ActInput, CorrectInput, KeptInput, ReturnInput, WithdrawInput } from '#lib/updates/input.ts'
import { correctUpdate, publishUpdate, returnUpdate, withdrawUpdate } from '#lib/updates/publish.ts'
import { draftOf, findUpdate, getUpdate } from '#lib/updates/read.ts'
import { discardUpdate, keepUpdate, recallUpdate } from '#lib/updates/write.ts'

const keep = formAction(
  KeptInput,
  async (viewer, input) => {
    const { id, version } = await keepUpdate(viewer, input)
    redirect(`/desk/updates/${id}?saved=${version}`)
  },
  async (viewer, { id, requestKey }) => {
    const update = await findUpdate(viewer, id ?? (await draftOf(viewer, requestKey)) ?? '')
    return update && may(viewer, 'update.edit', update.situation) ? valuesOf(update) : null
  },
)

// A search for sources asks the database, so it goes to the page again; what was typed waits there in a held form.
async function seek(viewer: Member, fields: Fields): Promise<never> {
  const path = `/desk/updates/${encodeURIComponent(fields.id || 'new')}`
  const held = (await unscopedHoldForm(viewer.id, path, fields)) ?? ''
  redirect(`${path}?${new URLSearchParams({ held, find: plainWords(fields.find ?? '') })}`)
}

// Its page no longer shows a form that could keep what was typed: it is held as what a new draft begins with.
async function keepAside({ id = '', ...fields }: Fields): Promise<void> {
  const { version: _, base: __, requestKey: ___, ...typed } = fields
  const viewer = await currentViewer()
  const held = await unscopedHoldForm(viewer.kind === 'member' ? viewer.id : null, '/desk/updates/new', typed)
  if (!held) return
  const isThere = await findUpdate(viewer, id)
  redirect(isThere ? `/desk/updates/${id}?aside=${held}` : `/desk/updates/new?held=${held}&gone=1`)
}

/** Saves or submits; or, for the buttons that only change what the form shows, draws it again. */
export async function keepOrRedraw(state: FormState, form: FormData): Promise<FormState> {
  const fields = fieldsOf(form)
  const { act, ...typed } = fields
  if (act === 'find') {
    const viewer = await currentViewer()
    if (viewer.kind === 'member') await seek(viewer, typed)
  }
  const values = act === 'show' ? typed : redrawn(fields, evidenceList)
  if (values) return { ...state, attempt: state.attempt + 1, faults: [], values }
  const answer = await keep(state, form)
  if (answer.theirs && answer.merge === state.merge) await keepAside(typed)
  return answer
}

export const saveByItself = savingByItself(KeptInput, async (viewer, input) => {
  const { id, version } = await keepUpdate(viewer, input)
  return { ...valuesOf(await getUpdate(viewer, id)), version: String(version) }
})

export const discard = formAction(ActInput, async (viewer, input) => {
  const thrown = await getUpdate(viewer, input.id)
  await discardUpdate(viewer, input)
  // A correction is begun again from what it corrects; any other draft comes back as a new one.
  const { id: _, version: __, ...fields } = valuesOf(thrown)
  const held = thrown.supersedes ? null : await unscopedHoldForm(viewer.id, '/desk/updates/new', fields)
  redirect(held ? `/desk?${new URLSearchParams({ thrown: held })}` : '/desk')
})

export const recall = formAction(ActInput, async (viewer, input) => {
  await recallUpdate(viewer, input)
  redirect(`/desk/updates/${input.id}`)
})

export const publish = formAction(ActInput, async (viewer, input) => {
  await publishUpdate(viewer, input)
  redirect(`/desk/updates/${input.id}`)
})

export const giveBack = formAction(ReturnInput, async (viewer, input) => {
  await returnUpdate(viewer, input)
  redirect('/desk/review')
})

export const correct = formAction(CorrectInput, async (viewer, input) => {
  redirect(`/desk/updates/${await correctUpdate(viewer, input)}`)
})

export const withdraw = formAction(WithdrawInput, async (viewer, input) => {
  await withdrawUpdate(viewer, input)
  redirect(`/desk/updates/${input.id}`)
})
