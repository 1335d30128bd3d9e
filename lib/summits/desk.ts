// Summits as those who record them see them: all of them, and the values of one as its form begins.

import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { isName } from '#lib/commitments/rules.ts'
import { dayOf } from '#lib/dates.ts'
import { db } from '#lib/db.ts'
import { NotFound } from '#lib/errors.ts'
import type { Fields } from '#lib/forms-state.ts'
import { type Localised, localised } from '#lib/languages.ts'

/** Every summit, the latest first, with how many commitments are recorded. */
export async function listSummits(viewer: Member) {
  authorize(viewer, 'summit.read', 'any')
  const rows = await db.summit.findMany({
    orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
    take: 500,
    select: { slug: true, name: true, startsOn: true, _count: { select: { commitments: true } } },
  })
  return rows.map(({ name, startsOn, _count, ...row }) => ({
    ...row,
    name: localised(name),
    startsOn: dayOf(startsOn),
    commitments: _count.commitments,
  }))
}

const texts = (name: string, text: Localised): Fields => ({
  [`${name}.en`]: text.en ?? '',
  [`${name}.zh`]: text.zh ?? '',
})

/** The values a summit's form begins with, its parties, and its commitments. Throws NotFound. */
export async function getSummitForm(viewer: Member, slug: string) {
  authorize(viewer, 'summit.read', 'any')
  const found = isName(slug)
    ? await db.summit.findUnique({
        where: { slug },
        select: {
          id: true,
          version: true,
          name: true,
          place: true,
          startsOn: true,
          endsOn: true,
          parties: {
            select: { leader: true, party: { select: { code: true, name: true } } },
            orderBy: { party: { code: 'desc' } },
          },
          commitments: { select: { ref: true, title: true }, orderBy: { ref: 'asc' } },
        },
      })
    : null
  if (!found) throw new NotFound('summit')
  const values: Fields = {
    id: found.id,
    version: String(found.version),
    slug,
    startsOn: dayOf(found.startsOn),
    endsOn: dayOf(found.endsOn),
    ...texts('name', localised(found.name)),
    ...texts('place', localised(found.place)),
  }
  for (const [at, { leader, party }] of found.parties.entries())
    Object.assign(
      values,
      { [`parties.${at}.code`]: party.code },
      texts(`parties.${at}.leader`, localised(leader)),
    )
  return {
    values,
    name: localised(found.name),
    parties: found.parties.map(({ party }) => ({ code: party.code, name: localised(party.name) })),
    commitments: found.commitments.map(({ ref, title }) => ({ ref, title: localised(title) })),
  }
}
