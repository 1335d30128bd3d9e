// Random acts of a history (property tests), each through the verb that people use.

import fc from 'fast-check'
import { placeArea, renameArea } from '#lib/areas/write.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { getInForce } from '#lib/commitments/desk.ts'
import { CommitmentAmendment } from '#lib/commitments/input.ts'
import { mergeCommitments } from '#lib/commitments/merge.ts'
import { amendCommitment } from '#lib/commitments/write.ts'
import { db } from '#lib/database/client.ts'
import { dayOf } from '#lib/dates.ts'
import { Conflict, Invalid, NotAllowed } from '#lib/errors.ts'
import { renameParty } from '#lib/parties/write.ts'
import { correctUpdate } from '#lib/review/corrections.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { submitDraft } from '#lib/review/write.ts'
import { SummitAmendment } from '#lib/summits/input.ts'
import { amendSummit } from '#lib/summits/write.ts'
import { type Status, statusOrder } from '#lib/updates/rules.ts'
import { withdrawUpdate } from '#lib/updates/write.ts'
import { makeCommitment, makeExcerpt, makePublished } from '#testing/make.ts'

export type Act = {
  act: keyof typeof acts
  which: number
  status: Status
  side: '' | 'US' | 'CN'
  bound: string[]
  day: string
  every: number
  name: string
}

const acts = {
  publish: async ({ status, side, day, which }: Act) => {
    const commitmentId = (await commitment(which)).id
    const partyId = side ? (await db.party.findUniqueOrThrow({ where: { code: side } })).id : ''
    await makePublished({ commitmentId, status, occurred: day, partyId })
  },
  correct: async ({ which }: Act) => {
    const { id, authorId, publishedById } = await update(which)
    const author = await member(authorId)
    const draft = await correctUpdate(author, { id, reason: 'Another day.' })
    await submitDraft(author, { id: draft, version: 1 })
    await publishDraft(await member(publishedById), { id: draft, version: 2 })
  },
  withdraw: async ({ which }: Act, by: Member) => {
    await withdrawUpdate(by, { id: (await update(which)).id, reason: 'Not so.' })
  },
  amend: async (act: Act, by: Member) => {
    const { ref } = await commitment(act.which)
    const { mergedInto: _, ...said } = await getInForce(by, { ref })
    const excerptId = act.which % 2 ? (await makeExcerpt(by)).excerptId : said.promisedInId
    const changed = {
      summitSlug: (await pick(await db.summit.findMany({ orderBy: { slug: 'asc' } }), act.every)).slug,
      areaSlug: (await pick(await areas(), act.which)).slug,
      title: { en: `${act.name}, ${act.day}` },
      text: { en: `To be ${act.status}.`, zh: act.name },
      madeOn: act.day,
      due: act.every > 100 ? { on: act.day, precision: 'MONTH' } : null,
      reviewEveryDays: act.every,
      promisedInId: excerptId,
      partyCodes: act.bound,
      criteria: [{ en: act.name }, { en: act.day }],
    }
    await amendCommitment(by, CommitmentAmendment.parse({ ...said, ...changed }))
  },
  meet: async ({ which, name, day, bound }: Act, by: Member) => {
    const { id, slug, version } = await pick(await db.summit.findMany({ orderBy: { slug: 'asc' } }), which)
    const parties = ['US', 'CN'].map((code) => ({ code, leader: { en: `${name} of ${bound.join()}` } }))
    const said = { id, slug, version, name: { en: name }, place: { en: `${name} Hall` } }
    const input = SummitAmendment.parse({ ...said, startsOn: day, endsOn: day, parties })
    await amendSummit(by, input)
  },
  renameArea: async ({ which, name }: Act, by: Member) => {
    const { id, version } = await pick(await areas(), which)
    await renameArea(by, { id, version, name: { en: name } })
  },
  placeArea: async ({ which }: Act, by: Member) => {
    await placeArea(by, { id: (await pick(await areas(), which)).id, to: which % 2 ? 'up' : 'down' })
  },
  renameParty: async ({ name, bound }: Act, by: Member) => {
    const where = { code: bound[0] ?? '' }
    const { id, version } = await db.party.findUniqueOrThrow({ where })
    await renameParty(by, { id, version, name: { en: name } })
  },
  merge: async ({ which, every }: Act, by: Member) => {
    const [one, other] = [await commitment(which), await commitment(which + every)]
    const proposedBy = (await db.user.findFirstOrThrow({ where: { role: 'ANALYST' } })).id
    await mergeCommitments(by, { ref: one.ref, into: other.ref, reason: 'Recorded twice.' }, { proposedBy })
  },
  record: async ({ day, every }: Act) => {
    await makeCommitment({ madeOn: day, reviewEveryDays: every })
  },
}

async function pick<T>(from: T[], which: number): Promise<T> {
  const found = from[which % from.length]
  if (!found) throw new Invalid([{ field: '', message: 'There is nothing yet.' }])
  return found
}
const areas = () => db.area.findMany({ orderBy: { slug: 'asc' } })
const commitment = async (which: number) =>
  pick(await db.commitment.findMany({ where: { merge: null }, orderBy: { ref: 'asc' } }), which)
const update = async (which: number) => {
  const standing = { withdrawal: null, supersededBy: { none: {} } }
  return pick(await db.statusUpdate.findMany({ where: standing, orderBy: { id: 'asc' } }), which)
}
async function member(id: string): Promise<Member> {
  const { name, email, role } = await db.user.findUniqueOrThrow({ where: { id } })
  return { kind: 'member', id, name, email, role, sessionId: null }
}

const names = Object.keys(acts) as (keyof typeof acts)[]
export const act: fc.Arbitrary<Act> = fc.record({
  act: fc.constantFrom(...names, 'publish', 'amend', 'amend', 'meet'),
  which: fc.nat(9),
  status: fc.constantFrom(...statusOrder),
  side: fc.constantFrom('', '', 'US', 'CN'),
  bound: fc.constantFrom(['US'], ['CN'], ['US', 'CN']),
  day: fc.constantFrom('2023-10-01', '2024-02-03', '2025-03-04', dayOf(new Date(Date.now() - 86_400_000))),
  every: fc.constantFrom(30, 365, 1_501),
  name: fc.constantFrom('Harbour', 'Lantern', 'Orchard', 'Bridge'),
})

/** Each act at least once, in an order in which none is refused. */
export const oneOfEach: Act[] = [
  ...(['record', 'publish', 'publish', 'publish', 'correct', 'withdraw', 'merge'] as const),
  ...(['amend', 'meet', 'renameArea', 'placeArea', 'renameParty'] as const),
].map((each, at) => ({
  act: each,
  which: 1,
  status: statusOrder[at % statusOrder.length] ?? 'KEPT',
  side: '',
  bound: ['CN'],
  day: each === 'record' ? '2023-10-01' : '2024-02-03',
  every: 365,
  name: `Harbour ${at}`,
}))

/** Plays them in order; what is refused is then no act of this history. */
export async function play(history: Act[], by: Member): Promise<void> {
  for (const each of history)
    await acts[each.act](each, by).catch((error: unknown) => {
      const isRefused = error instanceof Invalid || error instanceof Conflict || error instanceof NotAllowed
      if (!isRefused) throw error
    })
}
