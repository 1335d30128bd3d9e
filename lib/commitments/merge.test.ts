import { expect, test } from 'vitest'
import { type Member, system, visitor } from '#lib/auth/viewer.ts'
import { getMerges, mergeCommitments } from '#lib/commitments/merge.ts'
import { getCommitment } from '#lib/commitments/read.ts'
import { readCommitmentFilter } from '#lib/commitments/rules.ts'
import { filterCommitments } from '#lib/commitments/search.ts'
import { db } from '#lib/database/client.ts'
import { type Clocks, clocksNow } from '#lib/dates.ts'
import { getSiteProgress } from '#lib/progress/read.ts'
import { inForce } from '#lib/progress/rules.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { submitDraft } from '#lib/review/write.ts'
import { getSummit } from '#lib/summits/read.ts'
import { getHistory } from '#lib/updates/public.ts'
import { withdrawUpdate } from '#lib/updates/write.ts'
import { makeCommitment, makeDraft, makeMember, makePublished } from '#testing/make.ts'
import { asOwner, owned } from '#testing/owner.ts'
import { verifyLedger } from '#worker/verify-ledger.ts'

const soon = () => clocksNow(new Date(Date.now() + 2_000))
const at = (known: Date): Clocks => ({ on: '2026-01-01', known, isNow: false })
const overallOf = async (clocks: Clocks, ref: string) =>
  inForce((await getCommitment(visitor, clocks, ref)).updates).overall?.status ?? null

/** Two commitments that are the same; the one to go has a kept update, and one that was corrected once. */
async function twice() {
  const [stays, goes] = [await makeCommitment(), await makeCommitment()]
  const update = await makePublished({ commitmentId: goes.commitmentId, status: 'KEPT' })
  return { stays, goes, update, proposer: await makeMember('ANALYST'), reviewer: stays.reviewer }
}
type Twice = Awaited<ReturnType<typeof twice>>

function merge({ stays, goes, reviewer, proposer }: Twice, by: Member = reviewer) {
  const input = { ref: goes.ref, into: stays.ref, reason: 'Recorded twice.' }
  return mergeCommitments(by, input, { proposedBy: proposer.id })
}

test('a merged commitment counts no longer, leads on, and its updates count with the one that stays', async () => {
  const made = await twice()
  const { stays, goes, update } = made
  const before = new Date(Date.now() + 1)
  const known = await getSiteProgress(visitor, at(before))
  await merge(made)
  expect(await overallOf(soon(), stays.ref)).toBe('KEPT')
  expect(await overallOf(soon(), goes.ref)).toBeNull()
  const { into } = await getMerges(visitor, soon(), goes.commitmentId)
  expect(into).toMatchObject({ ref: stays.ref, reason: 'Recorded twice.' })
  expect((await getMerges(visitor, soon(), stays.commitmentId)).from).toMatchObject([{ ref: goes.ref }])
  const { lines } = await filterCommitments(
    visitor,
    soon(),
    readCommitmentFilter({ q: goes.ref }, 'en').search,
  )
  expect(lines).toEqual([])
  expect((await getSummit(visitor, soon(), goes.slug)).lines).toEqual([])
  const world = await getSiteProgress(visitor, soon())
  expect(world.overall.total).toBe(known.overall.total - 1)
  expect(await getSiteProgress(visitor, { ...soon(), isNow: false })).toEqual(world)
  expect(
    await db.$queryRaw`SELECT 1 FROM "SearchEntry" WHERE "subjectId" = ${goes.commitmentId}
    AND "knownTo" IS NULL`,
  ).toEqual([])
  // The evidence came along, and the update that was published stands where it stood, with what became of it.
  const [carried] = await getHistory(visitor, soon(), stays.commitmentId)
  expect(carried).toMatchObject({
    supersedesId: update.id,
    correctionReason: expect.stringContaining('was merged into'),
    evidence: [{ excerptId: update.excerptId }],
  })
  const [old] = await getHistory(visitor, soon(), goes.commitmentId)
  expect(old).toMatchObject({ id: update.id, supersededById: carried?.id })
  expect((await verifyLedger(system)).fault).toBeNull()

  // What was known before the merge is told as it was.
  expect(await overallOf(at(before), goes.ref)).toBe('KEPT')
  expect(await overallOf(at(before), stays.ref)).toBeNull()
  expect(await getSiteProgress(visitor, at(before))).toEqual(known)
  expect((await getSummit(visitor, at(before), goes.slug)).lines).toHaveLength(1)
  expect((await getMerges(visitor, at(before), goes.commitmentId)).into).toBeNull()
})

test('merging needs a second person, and an analyst does not agree to it', async () => {
  const made = await twice()
  await expect(merge(made, made.proposer)).rejects.toThrow('role')
  const input = { ref: made.goes.ref, into: made.stays.ref, reason: 'Recorded twice.' }
  const own = mergeCommitments(made.reviewer, input, { proposedBy: made.reviewer.id })
  await expect(own).rejects.toThrow('second person')
})

test('updates that a merge carries keep their author, who neither publishes it nor withdraws them alone', async () => {
  const made = await twice()
  const { goes, stays } = made
  const writer = await makeMember('REVIEWER')
  await makePublished({ commitmentId: goes.commitmentId, author: writer })
  const told = `${goes.ref} has an update that you wrote, and nobody publishes their own`
  await expect(merge(made, writer)).rejects.toThrow(told)
  expect(await db.merge.count({ where: { commitmentId: goes.commitmentId } })).toBe(0)
  await merge(made)
  const carried = await db.statusUpdate.findMany({ where: { commitmentId: stays.commitmentId } })
  const authors = carried.map(({ authorId }) => authorId).sort()
  expect(authors).toEqual([made.update.author.id, writer.id].sort())
  expect(carried.every(({ publishedById }) => publishedById === made.reviewer.id)).toBe(true)
  const own = carried.find(({ authorId }) => authorId === writer.id)?.id ?? ''
  await expect(withdrawUpdate(writer, { id: own, reason: 'No.' })).rejects.toThrow('role')
  expect((await verifyLedger(system)).fault).toBeNull()
  // Merged on, they still are whose they were.
  const third = await makeCommitment()
  await expect(merge({ ...made, goes: stays, stays: third }, writer)).rejects.toThrow(
    'an update that you wrote',
  )
})

test('who wrote what was withdrawn or corrected since may publish the merge', async () => {
  const made = await twice()
  const writer = await makeMember('REVIEWER')
  const { id } = await makePublished({ commitmentId: made.goes.commitmentId, author: writer })
  await withdrawUpdate(made.reviewer, { id, reason: 'It was not so.' })
  await merge(made, writer)
  expect(await overallOf(soon(), made.stays.ref)).toBe('KEPT')
})

test('what was merged is not merged again, and nothing is merged into it', async () => {
  const made = await twice()
  await merge(made)
  await expect(merge(made)).rejects.toThrow(`was merged into ${made.stays.ref}`)
  const third = await makeCommitment()
  const into = { ...made, goes: third, stays: made.goes }
  await expect(merge(into)).rejects.toThrow('name that one')
  const forged = {
    commitmentId: third.commitmentId,
    intoId: made.goes.commitmentId,
    reason: '',
    mergedAt: new Date(),
  }
  await expect(db.merge.create({ data: forged })).rejects.toThrow('another that stays')
  await expect(owned('DELETE FROM "Merge"')).rejects.toThrow('append-only')
  // The one that stays may be merged on; its updates go with it.
  await merge({ ...made, goes: made.stays, stays: third })
  expect(await overallOf(soon(), third.ref)).toBe('KEPT')
})

test('an update of a side that the other does not bind stops the merge, whole', async () => {
  const made = await twice()
  const party = await db.party.create({ data: { code: 'ZZZ', name: { en: 'Elsewhere' } } })
  await db.$executeRaw`INSERT INTO "CommitmentParty" ("commitmentId", "partyId") VALUES (${made.goes.commitmentId}, ${party.id})`
  await makePublished({ commitmentId: made.goes.commitmentId, partyId: party.id })
  await expect(merge(made)).rejects.toThrow('does not bind')
  expect(await db.merge.count({ where: { commitmentId: made.goes.commitmentId } })).toBe(0)
  expect(await overallOf(soon(), made.goes.ref)).toBe('KEPT')
})

test('an update known to the month in which the other was promised goes along; an earlier one stops the merge', async () => {
  const stays = await makeCommitment()
  const reviewer = stays.reviewer
  const merging = async (occurred: string) => {
    const goes = await makeCommitment({ madeOn: '2022-01-01' })
    const { author: proposer } = await makePublished({ commitmentId: goes.commitmentId, occurred })
    const input = { ref: goes.ref, into: stays.ref, reason: 'Recorded twice.' }
    return mergeCommitments(reviewer, input, { proposedBy: proposer.id })
  }
  for (const occurred of ['2023-11', '2023', '2023-11-15']) await merging(occurred)
  expect(await getHistory(visitor, soon(), stays.commitmentId)).toHaveLength(3)
  for (const occurred of ['2023-10', '2022', '2023-11-14'])
    await expect(merging(occurred)).rejects.toThrow('was promised: amend that first')
})

test('drafts that speak of a merged commitment are sent to the one that stays', async () => {
  const made = await twice()
  const { commitmentId } = made.goes
  const waiting = await makeDraft({ commitmentId })
  await submitDraft(waiting.author, { id: waiting.id, version: 1 })
  await merge(made)
  await expect(publishDraft(waiting.reviewer, { id: waiting.id, version: 2 })).rejects.toThrow('merged into')
  const late = await makeDraft({ commitmentId })
  await expect(submitDraft(late.author, { id: late.id, version: 1 })).rejects.toThrow('choose that one')
})

test('the verifier finds a merge that was changed, forged or taken away', async () => {
  const made = await twice()
  await merge(made)
  const forced = (statement: string) =>
    asOwner(async (client) => {
      await client.query('ALTER TABLE "Merge" DISABLE TRIGGER USER')
      await client.query(statement)
      await client.query('ALTER TABLE "Merge" ENABLE TRIGGER USER')
    })
  const where = `WHERE "commitmentId" = '${made.goes.commitmentId}'`
  await forced(`UPDATE "Merge" SET reason = 'Another.' ${where}`)
  expect((await verifyLedger(system)).fault).toContain(`merge of commitment ${made.goes.commitmentId}`)
  await forced(`DELETE FROM "Merge" ${where}`)
  expect((await verifyLedger(system)).fault).toContain('and is missing')
})
