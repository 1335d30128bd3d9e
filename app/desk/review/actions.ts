'use server'

import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { ClaimInput, CommentInput, TogetherInput } from '#lib/updates/input.ts'
import { publishTogether } from '#lib/updates/publish.ts'
import { claimReview, commentOn, releaseReview } from '#lib/updates/review.ts'

export const claim = formAction(ClaimInput, async (viewer, input) => {
  redirect(`/desk/review/${await claimReview(viewer, input)}`)
})

export const release = formAction(ClaimInput, async (viewer, input) => {
  redirect(`/desk/review/${await releaseReview(viewer, input)}`)
})

export const comment = formAction(CommentInput, async (viewer, input) => {
  await commentOn(viewer, input)
  redirect(`/desk/review/${input.id}`)
})

export const publishAlike = formAction(TogetherInput, async (viewer, input) => {
  const done = await publishTogether(viewer, input)
  const refused = done.filter(({ fault }) => fault)
  const published = `${done.length - refused.length} published, each with an entry of its own in the ledger.`
  return [published, ...refused.map(({ fault }) => `One was not: ${fault}`)].join(' ')
})
