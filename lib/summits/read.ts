// Summits as readers see them at the two clocks.

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { type CommitmentLine, listCommitmentsOfSummit } from '#lib/commitments/read.ts'
import { Prisma } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import type { Clocks } from '#lib/dates.ts'
import { NotFound } from '#lib/errors.ts'
import { LocalisedText, localised } from '#lib/languages.ts'
import { partiesAt, summitPartiesAt, summitsAt } from '#lib/ledger/as-of.ts'
import { isSlug } from '#lib/slugs.ts'

const Row = z.object({
  id: z.string(),
  slug: z.string(),
  name: LocalisedText,
  place: LocalisedText,
  startsOn: z.string(),
  endsOn: z.string(),
  parties: z.array(z.object({ code: z.string(), name: LocalisedText, leader: LocalisedText.nullable() })),
})
export type SummitFacts = z.output<typeof Row>
export type SummitPage = SummitFacts & { lines: CommitmentLine[] }

/** One summit by its slug, with all its commitments in the order of their references. */
export async function getSummit(viewer: Viewer, clocks: Clocks, slug: string): Promise<SummitPage> {
  authorize(viewer, 'summit.read', 'any')
  const found = isSlug(slug) ? await page(viewer, clocks, Prisma.sql`WHERE s.slug = ${slug}`) : null
  if (!found) throw new NotFound('summit')
  return found
}

/** The summit that began last, among those known and begun at the two clocks; null when there is none. */
export async function findLatestSummit(viewer: Viewer, clocks: Clocks): Promise<SummitPage | null> {
  authorize(viewer, 'summit.read', 'any')
  return page(
    viewer,
    clocks,
    Prisma.sql`WHERE s."recordedAt" <= ${clocks.known.toISOString()}::timestamptz AND s."startsOn" <= ${clocks.on}::date
      ORDER BY s."startsOn" DESC, s.id LIMIT 1`,
  )
}

async function page(viewer: Viewer, clocks: Clocks, which: Prisma.Sql): Promise<SummitPage | null> {
  const [[row], lines] = await Promise.all([
    queryRows(Row)`
      SELECT s.id, s.slug, s.name, s.place, s."startsOn"::text "startsOn", s."endsOn"::text "endsOn",
        (SELECT coalesce(json_agg(json_build_object('code', p.code, 'name', p.name, 'leader', sp.leader)
            ORDER BY p.code DESC), '[]')
          FROM ${summitPartiesAt(clocks)} sp JOIN ${partiesAt(clocks)} p ON p.id = sp."partyId"
          WHERE sp."summitId" = s.id) parties
      FROM ${summitsAt(clocks)} s ${which}`,
    listCommitmentsOfSummit(viewer, clocks, Prisma.sql`(SELECT s.id FROM ${summitsAt(clocks)} s ${which})`),
  ])
  if (!row) return null
  return {
    ...row,
    name: localised(row.name),
    place: localised(row.place),
    parties: row.parties.map(({ code, name, leader }) => ({
      code,
      name: localised(name),
      leader: leader ? localised(leader) : null,
    })),
    lines,
  }
}
