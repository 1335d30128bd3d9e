// Routine updates: what is written as “No change seen”. It repeats the status in force and says where somebody looked.

import { z } from 'zod'
import { Prisma, type Tx } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import { Status } from '#lib/generated/prisma/enums.ts'
import type { Claim } from '#lib/updates/input.ts'
import { noChange } from '#lib/updates/rules.ts'

const InForce = z.object({
  id: z.string(),
  commitmentId: z.string(),
  partyId: z.string().nullable(),
  status: z.enum(Status),
  day: z.string(),
})
type UpdateInForce = z.output<typeof InForce>

/** The update that speaks for each of these commitments now: an overall one where there is one, else that of a party. */
export async function unscopedUpdatesInForce(
  reader: Pick<Tx, '$queryRaw'>,
  commitmentIds: string[],
): Promise<Map<string, UpdateInForce>> {
  if (commitmentIds.length === 0) return new Map()
  const rows = await queryRows(InForce, reader)`
    SELECT DISTINCT ON ("commitmentId") "updateId" id, "commitmentId", "partyId", status::text, "occurredOn"::text "day"
    FROM "LiveUpdate" WHERE "knownTo" IS NULL AND "commitmentId" IN (${Prisma.join(commitmentIds)})
    ORDER BY "commitmentId", "partyId" IS NOT NULL, "occurredOn" DESC, "knownFrom" DESC`
  return new Map(rows.map((row) => [row.commitmentId, row]))
}

/**
 * Whether a claim says what recordNoChange() writes and no more, so that its line in a list tells all of it: then it may
 * be published together with others. Where nothing is in force it says that nothing was started.
 */
export function isRoutine(
  { status, partyId, occurred, headline, note, evidence }: Claim,
  corrects: string | null,
  inForce: UpdateInForce | undefined,
): boolean {
  const repeats = inForce
    ? status === inForce.status && partyId === inForce.partyId && occurred.day >= inForce.day
    : status === 'NOT_STARTED' && partyId === null
  return (
    repeats &&
    corrects === null &&
    occurred.precision === 'DAY' &&
    headline.en === noChange.en &&
    headline.zh === noChange.zh &&
    Object.keys(note).length <= 1 &&
    evidence.every(({ bearing }) => bearing === 'CONTEXT')
  )
}
