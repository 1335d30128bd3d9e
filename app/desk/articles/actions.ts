'use server'

import { redirect } from 'next/navigation'
import { formAction } from '#app/form-action.ts'
import { ArticleInput, CitationInput, SnapshotInput } from '#lib/articles/input.ts'
import { archiveSnapshot, captureArticle, citeArticle } from '#lib/articles/write.ts'
import { ExcerptInput } from '#lib/excerpts/input.ts'
import { quoteExcerpt } from '#lib/excerpts/write.ts'

export const capture = formAction(ArticleInput, async (viewer, input) => {
  redirect(`/desk/articles/${(await captureArticle(viewer, input)).articleId}`)
})

export const cite = formAction(CitationInput, async (viewer, input) => {
  redirect(`/desk/articles/${(await citeArticle(viewer, input)).articleId}`)
})

export const archive = formAction(SnapshotInput, async (viewer, input) => {
  redirect(`/desk/articles/${(await archiveSnapshot(viewer, input)).articleId}`)
})

export const quote = formAction(ExcerptInput, async (viewer, input) => {
  const { articleId, excerptId } = await quoteExcerpt(viewer, input)
  redirect(`/desk/articles/${articleId}?quoted=${excerptId}#excerpt-${excerptId}`)
})
