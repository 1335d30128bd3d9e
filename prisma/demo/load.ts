// Loads the Woodside demo into an empty database, through the same verbs that people use.

import { recordArea } from '#lib/areas/write.ts'
import { unscopedAddDemoPeople } from '#lib/auth/people.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { getInForce } from '#lib/commitments/desk.ts'
import { fieldsOfCommitment } from '#lib/commitments/form.ts'
import { CommitmentInput } from '#lib/commitments/input.ts'
import { recordCommitment } from '#lib/commitments/write.ts'
import { db } from '#lib/database/client.ts'
import { recordParty } from '#lib/parties/write.ts'
import { KeptInput } from '#lib/review/input.ts'
import { keepDraft } from '#lib/review/write.ts'
import { SummitInput } from '#lib/summits/input.ts'
import { recordSummit } from '#lib/summits/write.ts'
import { loadArticles } from '#prisma/demo/articles.ts'
import { loadUpdates } from '#prisma/demo/progress.ts'
import { areas, commitments, parties, summit } from '#prisma/demo/woodside.ts'

/** Loads the demo when there is nothing yet and it was not removed on purpose; says what it did. */
export async function loadDemo(): Promise<string> {
  const installation = await db.installation.findUnique({ where: { id: 1 } })
  if (installation?.demoRemovedAt) return 'removed on purpose, stays away'
  if ((await db.user.count()) > 0 || (await db.ledgerEntry.count()) > 0)
    return 'not needed: there are data already'
  return load()
}

async function load(): Promise<string> {
  const people = await unscopedAddDemoPeople()
  const partyIds = await recordParties(people.reviewer)
  const quoted = await loadArticles(people.analyst, partyIds)
  const commitmentIds = await recordCommitments(people.reviewer, quoted.excerpts)
  const count = await loadUpdates(people, { ...quoted, partyIds, commitmentIds })
  await proposeAmendment(people.analyst)
  await db.installation.update({ where: { id: 1 }, data: { demoLoadedAt: new Date() } })
  return `loaded: ${commitments.length} commitments, ${count} published updates, ${quoted.excerpts.size} excerpts.`
}

async function recordParties(reviewer: Member): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { code, name } of parties) ids.set(code, await recordParty(reviewer, { code, name }))
  const attending = parties.map(({ code, leader }) => ({ code, leader }))
  await recordSummit(reviewer, SummitInput.parse({ ...summit, parties: attending }), { isDemo: true })
  for (const [position, area] of areas.entries()) await recordArea(reviewer, { ...area, position })
  return ids
}

async function recordCommitments(
  reviewer: Member,
  excerpts: Map<string, { id: string }>,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { area, words, criteria, ...facts } of commitments) {
    const input = CommitmentInput.parse({
      ...facts,
      summitSlug: summit.slug,
      areaSlug: area,
      madeOn: summit.startsOn,
      promisedInId: words ? (excerpts.get(words)?.id ?? null) : null,
      partyCodes: parties.map((party) => party.code),
      criteria: criteria.map((en) => ({ en })),
    })
    ids.set(facts.ref, await recordCommitment(reviewer, input))
  }
  return ids
}

/** An amendment that waits for a second person, so that the queue shows one. */
async function proposeAmendment(author: Member): Promise<void> {
  const { id, version, ...said } = await getInForce(author, { ref: 'WOODSIDE-5' })
  const fields = fieldsOfCommitment({ ...said, reviewEveryDays: 60 })
  await keepDraft(author, KeptInput.parse({ ...fields, kind: 'COMMITMENT', id, version, act: 'submit' }))
}

if (import.meta.main) {
  console.log(await loadDemo())
  await db.$disconnect()
}
