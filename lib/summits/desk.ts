// Summits as those who record them see them: all of them, one with its commitments, and the values of its form.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { dateInWords, dayOf } from '#lib/dates.ts'
import { NotFound } from '#lib/errors.ts'
import type { Fields } from '#lib/forms/state.ts'
import { type Localised, localised } from '#lib/languages.ts'
import type { PartyInput } from '#lib/parties/input.ts'
import { isSlug } from '#lib/slugs.ts'
import type { SummitAmendment, SummitInput } from '#lib/summits/input.ts'

type Summit = z.output<typeof SummitInput>
type SummitAmended = z.output<typeof SummitAmendment>
type Party = z.output<typeof PartyInput>

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

const texts = (name: string, text: Localised | undefined): Fields => ({
  [`${name}.en`]: text?.en ?? '',
  [`${name}.zh`]: text?.zh ?? '',
})

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

/** The values of a summit's form, by the names of its fields. */
export function fieldsOfSummit(said: Summit, named: Party[] = []): Fields {
  const { slug, startsOn, endsOn, parties } = said
  const values = { slug, startsOn, endsOn, ...texts('name', said.name), ...texts('place', said.place) }
  const rows = parties.map(({ code, leader }, at) => ({
    [`parties.${at}.code`]: code,
    ...texts(`parties.${at}.name`, named.find((each) => each.code === code)?.name),
    ...texts(`parties.${at}.leader`, leader),
  }))
  return Object.assign(values, { partiesRows: String(parties.length) }, ...rows)
}

/** What is said of a summit, each thing with its name. */
export function factsOfSummit(said: Summit): [name: string, text: string | undefined][] {
  const spoke = ({ en, zh }: Localised = {}) => [en, zh].filter(Boolean).join(' / ')
  return [
    ['Address', said.slug],
    ['Name', said.name.en],
    ['Name in Chinese', said.name.zh],
    ['Place', said.place.en],
    ['Place in Chinese', said.place.zh],
    ['First day', dateInWords(said.startsOn)],
    ['Last day', dateInWords(said.endsOn)],
    ...[...said.parties]
      .sort((a, b) => (a.code < b.code ? 1 : -1))
      .map(({ code, leader }): [string, string] => [`Party ${code}`, spoke(leader) || 'took part']),
  ]
}
