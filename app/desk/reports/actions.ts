'use server'

import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { DecisionInput } from '#lib/reports/input.ts'
import { decideReport } from '#lib/reports/write.ts'

export const decide = formAction(DecisionInput, async (viewer, input) => {
  await decideReport(viewer, input)
  redirect('/desk/reports?done=decided')
})
