// A summit keeps the parties that its commitments bind: a commitment binds parties of its summit only.

import type { Tx } from '#lib/database/client.ts'
import { invalid } from '#lib/errors.ts'

/**
 * Invalid, naming them, where a summit would lose parties that its commitments bind. Merged ones bind nobody.
 * A question within the verb that amends the summit, which has asked who may.
 */
export async function unscopedRefuseUnbinding(
  reader: Pick<Tx, 'commitmentParty'>,
  summitId: string,
  parties: { code: string }[],
): Promise<void> {
  const bound = await reader.commitmentParty.findFirst({
    where: {
      commitment: { summitId, merge: null },
      party: { code: { notIn: parties.map(({ code }) => code) } },
    },
    orderBy: [{ party: { code: 'asc' } }, { commitment: { ref: 'asc' } }],
    select: { party: { select: { code: true } }, commitment: { select: { ref: true } } },
  })
  if (!bound) return
  const { party, commitment } = bound
  const message = `${commitment.ref} binds ${party.code}: add ${party.code} again, or amend ${commitment.ref} first.`
  throw invalid('parties', message)
}
