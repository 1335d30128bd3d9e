import { cardAnswer } from '#app/(public)/card.ts'
import type { Params } from '#app/(public)/request-params.ts'
import { cardOfCommitment } from '#lib/sharing/cards.ts'

type Context = { params: Params<{ ref: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { ref } = await params
  return cardAnswer(params, (viewer, clocks, language) => cardOfCommitment(viewer, clocks, language, ref))
}
