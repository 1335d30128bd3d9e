// What people may send to decide on a proposal.

import { z } from 'zod'
import { longestQuote } from '#lib/excerpts/input.ts'
import { id, verbatim } from '#lib/forms/parse.ts'

export const RankInput = z.object({ id })
export const DecideInput = z.object({
  id,
  act: z.enum(['quote', 'record', 'dismiss', 'restore'], 'Choose what to do with it.'),
  exact: verbatim(longestQuote, 'Keep at least one word.').nullish(),
})
