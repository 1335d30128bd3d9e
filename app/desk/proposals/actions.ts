'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { DecideInput, RankInput } from '#lib/proposals/input.ts'
import { askRanking, decideProposal } from '#lib/proposals/write.ts'

export const decide = formAction(DecideInput, async (viewer, input) => {
  const { excerptId, ref, bearing } = await decideProposal(viewer, input)
  if (input.act === 'record' && excerptId)
    redirect(`/desk/updates/new?${new URLSearchParams({ commitment: ref, excerpt: excerptId, bearing })}`)
  // The list stands on two pages: whichever sent this is drawn again.
  revalidatePath('/desk', 'layout')
})

export const askAgain = formAction(RankInput, async (viewer, input) => {
  await askRanking(viewer, input)
  revalidatePath('/desk', 'layout')
})
