import type { Params } from '#app/(public)/asked.ts'
import { cardAnswer } from '#app/(public)/card.ts'
import { cardOfWorld } from '#lib/sharing/cards.ts'

export const GET = (_: Request, { params }: { params: Params }): Promise<Response> =>
  cardAnswer(params, cardOfWorld)
