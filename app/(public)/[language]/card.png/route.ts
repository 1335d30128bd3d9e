import { cardAnswer } from '#app/(public)/card.ts'
import type { Params } from '#app/(public)/request-params.ts'
import { cardOfSite } from '#lib/sharing/cards.ts'

export const GET = (_: Request, { params }: { params: Params }): Promise<Response> =>
  cardAnswer(params, cardOfSite)
