// Summits as readers see them at the two clocks.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { type CommitmentLine, linesOf } from '#lib/commitments/read.ts'
import { isName } from '#lib/commitments/rules.ts'
import type { Clocks } from '#lib/dates.ts'
import { db } from '#lib/db.ts'
import { NotFound } from '#lib/errors.ts'
import { type Localised, localised } from '#lib/languages.ts'
import { keptByHead } from '#lib/ledger/kept.ts'

export type SummitFacts = {
  id: string
  slug: string
  name: Localised
  place: Localised
  startsOn: string
  endsOn: string
  parties: { code: string; name: Localised; leader: Localised | null }[]
}
export type SummitPage = SummitFacts & { lines: CommitmentLine[] }

/** One summit by its slug, with all its commitments in the order of their references. */
export async function getSummit(viewer: Viewer, clocks: Clocks, slug: string): Promise<SummitPage> {
  authorize(viewer, 'summit.read', 'any')
  const found = isName(slug) ? await db.summit.findUnique({ where: { slug }, select: facts }) : null
  if (!found) throw new NotFound('summit')
  return page(viewer, clocks, found)
}

/** The summit that began last, among those known and begun at the two clocks; null when there is none. */
export async function findLatestSummit(viewer: Viewer, clocks: Clocks): Promise<SummitPage | null> {
  authorize(viewer, 'summit.read', 'any')
  return keptByHead('latest summit', clocks, () => latestSummit(viewer, clocks))
}

async function latestSummit(viewer: Viewer, clocks: Clocks): Promise<SummitPage | null> {
  const found = await db.summit.findFirst({
    where: { recordedAt: { lte: clocks.known }, startsOn: { lte: new Date(clocks.on) } },
    orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
    select: facts,
  })
  return found ? page(viewer, clocks, found) : null
}

const facts = {
  id: true,
  slug: true,
  name: true,
  place: true,
  startsOn: true,
  endsOn: true,
  parties: {
    select: { leader: true, party: { select: { code: true, name: true } } },
    orderBy: { party: { code: 'desc' } },
  },
} as const
type Row = {
  id: string
  slug: string
  name: unknown
  place: unknown
  startsOn: Date
  endsOn: Date
  parties: { leader: unknown; party: { code: string; name: unknown } }[]
}

async function page(viewer: Viewer, clocks: Clocks, row: Row): Promise<SummitPage> {
  const ids = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Commitment" WHERE "summitId" = ${row.id} AND "madeOn" <= ${clocks.on}::date
      AND "recordedAt" <= ${clocks.known.toISOString()}::timestamptz
    ORDER BY rtrim(ref, '0123456789'), length(ref), ref`
  const lines = await linesOf(
    viewer,
    clocks,
    ids.map(({ id }) => id),
  )
  return {
    id: row.id,
    slug: row.slug,
    name: localised(row.name),
    place: localised(row.place),
    startsOn: row.startsOn.toISOString().slice(0, 10),
    endsOn: row.endsOn.toISOString().slice(0, 10),
    parties: row.parties.map(({ leader, party }) => ({
      code: party.code,
      name: localised(party.name),
      leader: leader ? localised(leader) : null,
    })),
    lines,
  }
}
