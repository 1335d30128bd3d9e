// Commitments as those who record them see them: the wording in force as it would be sent again, and as a form begins.

import { authorize } from '#lib/access.ts'
import type { Member, Viewer } from '#lib/auth/viewer.ts'
import { isRef } from '#lib/commitments/rules.ts'
import type { Amendment, Commitment } from '#lib/commitments/write-rows.ts'
import { db, type Prisma } from '#lib/database/client.ts'
import { dateInWords, dayOf, edtf } from '#lib/dates.ts'
import { NotFound } from '#lib/errors.ts'
import type { Fields } from '#lib/forms/state.ts'
import { localised } from '#lib/languages.ts'

const facts = {
  id: true,
  ref: true,
  version: true,
  title: true,
  text: true,
  madeOn: true,
  dueOn: true,
  duePrecision: true,
  reviewEveryDays: true,
  promisedInId: true,
  summit: { select: { slug: true } },
  area: { select: { slug: true } },
  parties: { select: { party: { select: { code: true } } }, orderBy: { party: { code: 'asc' } } },
  criteria: { select: { text: true }, orderBy: { position: 'asc' } },
  merge: { select: { into: { select: { ref: true } } } },
} as const satisfies Prisma.CommitmentSelect

/** What is in force of the commitments that match, in the shape that an amendment is sent in. */
export async function listInForce(
  viewer: Viewer,
  where: Prisma.CommitmentWhereInput,
): Promise<(Amendment & { mergedInto: string | null })[]> {
  authorize(viewer, 'commitment.read', 'any')
  const rows = await db.commitment.findMany({ where, select: facts })
  return rows.map(({ id, ref, version, reviewEveryDays, promisedInId, dueOn, ...row }) => ({
    id,
    version,
    ref,
    summitSlug: row.summit.slug,
    areaSlug: row.area.slug,
    title: localised(row.title),
    text: localised(row.text),
    madeOn: dayOf(row.madeOn),
    due: dueOn ? { on: dayOf(dueOn), precision: row.duePrecision } : null,
    reviewEveryDays,
    promisedInId,
    partyCodes: row.parties.map(({ party }) => party.code),
    criteria: row.criteria.map((each) => localised(each.text)),
    mergedInto: row.merge?.into.ref ?? null,
  }))
}

/** The wording in force of one commitment. Throws NotFound. */
export async function getInForce(viewer: Member, by: { id: string } | { ref: string }) {
  const isMeant = 'id' in by || isRef(by.ref)
  const [found] = isMeant ? await listInForce(viewer, by) : []
  if (!found) throw new NotFound('commitment')
  return found
}

/** The values of a commitment's form, by the names of its fields. */
export function fieldsOfCommitment(said: Commitment): Fields {
  const values: Fields = {
    ref: said.ref,
    summitSlug: said.summitSlug,
    areaSlug: said.areaSlug,
    'title.en': said.title.en ?? '',
    'title.zh': said.title.zh ?? '',
    'text.en': said.text.en ?? '',
    'text.zh': said.text.zh ?? '',
    madeOn: said.madeOn,
    due: said.due ? edtf(said.due.on, said.due.precision) : '',
    reviewEveryDays: String(said.reviewEveryDays),
    promisedInId: said.promisedInId ?? '',
    criteriaRows: String(said.criteria.length),
  }
  for (const code of said.partyCodes) values[`partyCodes.${code}`] = code
  for (const [at, { en = '', zh = '' }] of said.criteria.entries())
    Object.assign(values, { [`criteria.${at}.en`]: en, [`criteria.${at}.zh`]: zh })
  return values
}

/** What is said of a commitment, each thing with its name: for the reviewer, and to be compared line by line. */
export function factsOfCommitment(said: Commitment): [name: string, text: string | undefined][] {
  return [
    ['Reference', said.ref],
    ['Summit', said.summitSlug],
    ['Title', said.title.en],
    ['Title in Chinese', said.title.zh],
    ['What was promised', said.text.en],
    ['The same in Chinese', said.text.zh],
    ['Binds', [...said.partyCodes].sort().join(', ')],
    ['Area', said.areaSlug],
    ['Promised on', dateInWords(said.madeOn)],
    ['Due', said.due ? dateInWords(said.due.on, said.due.precision) : undefined],
    ['Review interval', `${said.reviewEveryDays} days`],
    ...said.criteria.flatMap(({ en, zh }, at): [string, string | undefined][] => [
      [`Kept when, ${at + 1}`, en],
      [`Kept when, ${at + 1}, in Chinese`, zh],
    ]),
  ]
}
