'use server'

import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { ImportInput, MappingInput, StopInput } from '#lib/imports/input.ts'
import { confirmImport, mapColumns, startImport, stopImport } from '#lib/imports/write.ts'
import { ActInput } from '#lib/review/input.ts'

export const upload = formAction(ImportInput, async (viewer, input) => {
  redirect(`/desk/imports/${await startImport(viewer, input)}`)
})

export const look = formAction(MappingInput, async (viewer, input) => {
  redirect(`/desk/imports/${await mapColumns(viewer, input)}?saved=${input.version + 1}`)
})

export const confirm = formAction(ActInput, async (viewer, input) => {
  redirect(`/desk/imports/${await confirmImport(viewer, input)}`)
})

export const stop = formAction(StopInput, async (viewer, input) => {
  redirect(`/desk/imports/${await stopImport(viewer, input)}`)
})
