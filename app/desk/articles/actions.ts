'use server'

import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { CitationInput } from '#lib/articles/input.ts'
import { citeArticle } from '#lib/articles/write.ts'
import { ExcerptInput } from '#lib/excerpts/input.ts'
import { quoteExcerpt } from '#lib/excerpts/write.ts'

export const cite = formAction(CitationInput, async (viewer, input) => {
  redirect(`/desk/articles/${(await citeArticle(viewer, input)).articleId}`)
})

export const quote = formAction(ExcerptInput, async (viewer, input) => {
  const { articleId, excerptId } = await quoteExcerpt(viewer, input)
  redirect(`/desk/articles/${articleId}?quoted=${excerptId}#excerpt-${excerptId}`)
})
