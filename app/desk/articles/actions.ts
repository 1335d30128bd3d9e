'use server'

import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { CitationInput } from '#lib/articles/input.ts'
import { recordCitation } from '#lib/articles/write.ts'
import { AnnotationInput, ExcerptInput } from '#lib/excerpts/input.ts'
import { importExcerpt, quoteExcerpt } from '#lib/excerpts/write.ts'

export const cite = formAction(CitationInput, async (viewer, input) => {
  redirect(`/desk/articles/${(await recordCitation(viewer, input)).articleId}`)
})

export const quote = formAction(ExcerptInput, async (viewer, input) => {
  const { articleId, excerptId } = await quoteExcerpt(viewer, input)
  redirect(`/desk/articles/${articleId}?quoted=${excerptId}#excerpt-${excerptId}`)
})

export const importAnnotation = formAction(AnnotationInput, async (viewer, { file, ...input }) => {
  const made = await importExcerpt(viewer, { ...input, annotation: (await file?.text()) ?? input.annotation })
  const reader = `/desk/articles/${made.articleId}`
  if ('excerptId' in made) redirect(`${reader}?quoted=${made.excerptId}#excerpt-${made.excerptId}`)
  const { start, end } = made.proposed
  redirect(
    `${reader}?${new URLSearchParams({ from: `${start}`, to: `${end}`, meant: made.meant.slice(0, 500) })}#quote`,
  )
})
