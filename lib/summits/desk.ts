// Summits as those who record them see them: all of them, and one with its commitments.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { dayOf } from '#lib/dates.ts'
import { NotFound } from '#lib/errors.ts'
import { localised } from '#lib/languages.ts'
import { isSlug } from '#lib/slugs.ts'
import type { SummitAmendment } from '#lib/summits/input.ts'

type SummitAmended = z.output<typeof SummitAmendment>

/** Every summit, the latest first, with how many commitments are recorded. */
export async function listSummits(viewer: Member) {
  authorize(viewer, 'summit.read', 'any')
  const rows = await db.summit.findMany({
    orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
    take: 500,
    select: {
      slug: true,
      name: true,
      startsOn: true,
      _count: { select: { commitments: { where: { merge: null } } } },
    },
  })
  return rows.map(({ name, startsOn, _count, ...row }) => ({
    ...row,
    name: localised(name),
    startsOn: dayOf(startsOn),
    commitments: _count.commitments,
  }))
}

/** What is in force of one summit, in the shape that an amendment is sent in. Throws NotFound. */
export async function getSummitInForce(
  viewer: Member,
  by: { id: string } | { slug: string },
): Promise<SummitAmended> {
  authorize(viewer, 'summit.read', 'any')
  const isMeant = 'id' in by || isSlug(by.slug)
  const found = isMeant
    ? await db.summit.findUnique({
        where: by,
        select: {
          id: true,
          slug: true,
          version: true,
          name: true,
          place: true,
          startsOn: true,
          endsOn: true,
          parties: {
            select: { leader: true, party: { select: { code: true } } },
            orderBy: { party: { code: 'desc' } },
          },
        },
      })
    : null
  if (!found) throw new NotFound('summit')
  return {
    ...found,
    name: localised(found.name),
    place: localised(found.place),
    startsOn: dayOf(found.startsOn),
    endsOn: dayOf(found.endsOn),
    parties: found.parties.map(({ leader, party }) => ({
      code: party.code,
      ...(leader ? { leader: localised(leader) } : {}),
    })),
  }
}

/** A summit's page on the desk: the wording in force, its parties by name, and its commitments. Throws NotFound. */
export async function getSummitDesk(viewer: Member, slug: string) {
  const inForce = await getSummitInForce(viewer, { slug })
  const [parties, commitments] = await Promise.all([
    db.party.findMany({
      where: { summits: { some: { summitId: inForce.id } } },
      orderBy: { code: 'desc' },
      select: { code: true, name: true },
    }),
    db.commitment.findMany({
      where: { summitId: inForce.id, merge: null },
      orderBy: { ref: 'asc' },
      select: { ref: true, title: true },
    }),
  ])
  return {
    inForce,
    parties: parties.map(({ code, name }) => ({ code, name: localised(name) })),
    commitments: commitments.map(({ ref, title }) => ({ ref, title: localised(title) })),
  }
}
