'use server'

import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { getCommitmentForm } from '#lib/commitments/desk.ts'
import { CommitmentForm } from '#lib/commitments/input.ts'
import { amendCommitment, recordArea, recordCommitment } from '#lib/commitments/write.ts'

export const keepCommitment = formAction(
  CommitmentForm,
  async (viewer, { recorded, amended, area }) => {
    if (area) await recordArea(viewer, area)
    if (recorded) await recordCommitment(viewer, recorded)
    if (amended) await amendCommitment(viewer, amended)
    redirect(`/desk/summits/${(recorded ?? amended)?.summitSlug}?saved=1`)
  },
  async (viewer, { amended }) => amended && (await getCommitmentForm(viewer, amended.ref)).values,
)
