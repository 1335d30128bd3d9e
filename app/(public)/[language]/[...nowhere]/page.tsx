import type { Metadata } from 'next'
import { languageOf, type Params } from '#app/(public)/request-params.ts'
import { NotFoundPage } from '#app/not-found-page.tsx'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = { params: Params }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: wordsOf(await languageOf(params), 'frame')('notFound'),
})

// Next's own page for this is made once, before any answer has a nonce: its scripts would be refused.
export default function Nowhere() {
  return <NotFoundPage />
}
