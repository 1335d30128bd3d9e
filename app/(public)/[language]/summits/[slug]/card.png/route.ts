import { cardAnswer } from '#app/(public)/card.ts'
import type { Params } from '#app/(public)/request-params.ts'
import { cardOfSummit } from '#lib/sharing/cards.ts'

type Context = { params: Params<{ slug: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { slug } = await params
  return cardAnswer(params, (viewer, clocks, language) => cardOfSummit(viewer, clocks, language, slug))
}
