// Drafts of summits: to be recorded, perhaps with parties that become known with them, or amended.

import type { z } from 'zod'
import { db } from '#lib/database/client.ts'
import { invalid } from '#lib/errors.ts'
import { recordParty } from '#lib/parties/write.ts'
import { type DraftFacts, type ReviewKind, readBy, titleIn } from '#lib/review/kinds/kind.ts'
import { unscopedRefuseUnbinding } from '#lib/summits/bound.ts'
import { getSummitInForce } from '#lib/summits/desk.ts'
import { factsOfSummit, fieldsOfSummit } from '#lib/summits/form.ts'
import { SummitForm } from '#lib/summits/input.ts'
import { amendSummit, recordSummit } from '#lib/summits/write.ts'

export const summitKind: ReviewKind = {
  act: (isAmendment) => `${isAmendment ? 'an amended' : 'a new'} summit`,
  title: (fields) => titleIn(fields, 'name'),
  read: (fields) =>
    readBy(SummitForm, fields, ({ summit, named }) => ({
      facts: async () => [
        ...factsOfSummit(summit),
        ...named.map(({ code, name }): DraftFacts[number] => [
          `New party ${code}`,
          [name.en, name.zh].filter(Boolean).join(' / '),
        ]),
      ],
      check: ({ subjectId }) => refuseUnfit({ summit, named }, subjectId),
      publish: async (viewer, { subjectId, baseVersion }, publishing) => {
        for (const party of named) await recordParty(viewer, party, publishing)
        return subjectId
          ? amendSummit(viewer, { ...summit, id: subjectId, version: baseVersion ?? 0 }, publishing)
          : recordSummit(viewer, summit, publishing)
      },
      address: `/summits/${summit.slug}`,
    })),
  async inForce(viewer, id) {
    const { version, ...said } = await getSummitInForce(viewer, { id })
    return { version, fields: fieldsOfSummit(said), facts: factsOfSummit(said) }
  },
}

async function refuseUnfit({ summit, named }: z.output<typeof SummitForm>, subjectId: string | null) {
  if (!subjectId && (await db.summit.count({ where: { slug: summit.slug } })))
    throw invalid('slug', `“${summit.slug}” is taken by another summit.`)
  const amended =
    subjectId && (await db.summit.findUnique({ where: { id: subjectId }, select: { slug: true } }))
  if (amended && amended.slug !== summit.slug)
    throw invalid('slug', 'The address of a summit stays as it was first recorded.')
  if (subjectId) await unscopedRefuseUnbinding(db, subjectId, summit.parties)
  const known = await db.party.findMany({
    where: { code: { in: summit.parties.map(({ code }) => code) } },
    select: { code: true },
  })
  const at = summit.parties.findIndex(({ code }) => ![...known, ...named].some((each) => each.code === code))
  const missing = summit.parties[at]
  if (missing)
    throw invalid(`parties.${at}.code`, `There is no party ${missing.code} yet: give it a name as well.`)
}
