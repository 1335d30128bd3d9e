import { expect, test } from 'vitest'
import { ArticleInput } from '#lib/articles/input.ts'
import { captureArticle } from '#lib/articles/write.ts'
import { system } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '#lib/errors.ts'
import { DecideInput } from '#lib/proposals/input.ts'
import { listProposals } from '#lib/proposals/read.ts'
import { rankSnapshot } from '#lib/proposals/run.ts'
import { askRanking, decideProposal } from '#lib/proposals/write.ts'
import { makeCommitment, makeMember } from '#testing/make.ts'
import { makeSnapshot } from '#testing/snapshots.ts'

const launched =
  'The United States and China launched a working group on counternarcotics in Beijing, to stop the trafficking of fentanyl and its precursor chemicals.'
const readout = `Officials of the United States and China met in Beijing on Tuesday.\n${launched}\nThe two sides will meet again in spring.`

async function ranked(text = readout) {
  const analyst = await makeMember('ANALYST')
  const { ref } = await makeCommitment({
    title: 'Counternarcotics cooperation',
    text: 'Resume cooperation against the trafficking of illicit drugs such as fentanyl and their precursor chemicals, and establish a working group.',
  })
  const input = ArticleInput.parse({
    title: 'Readout of a meeting between the United States and China',
    language: 'en',
    kind: 'OFFICIAL_READOUT',
    access: 'OPEN',
    text,
  })
  const { articleId, snapshotId } = await captureArticle(analyst, input)
  await rankSnapshot(system, snapshotId)
  const see = async () => {
    const seen = await listProposals(analyst, snapshotId)
    return { ranking: seen?.ranking, proposals: seen?.proposals.filter((each) => each.ref === ref) ?? [] }
  }
  const [first] = (await see()).proposals
  return { analyst, ref, articleId, snapshotId, see, id: first?.id ?? '' }
}
const act = (id: string, what: string, exact?: string) => DecideInput.parse({ id, act: what, exact })

test('a passage that speaks to a commitment is proposed, word for word, with its reasons; nothing is recorded by it', async () => {
  const { see, snapshotId } = await ranked()
  const { ranking, proposals } = await see()
  expect(ranking).toMatchObject({ model: null, fault: null })
  expect(proposals.map(({ exact }) => exact)).toContain(launched)
  expect(proposals[0]?.because.length).toBeGreaterThan(0)
  expect(await db.excerpt.count({ where: { snapshotId } })).toBe(0)
})

test('an article about something else ends with a ranking and no proposal', async () => {
  const { see } = await ranked(
    'The museum of trams in Lisbon opens a new wing.\nTickets are sold at the door.',
  )
  const { ranking, proposals } = await see()
  expect(ranking).not.toBeNull()
  expect(proposals).toEqual([])
})

test('accepting quotes the words once, however often it is pressed, and edited words must stand in the text', async () => {
  const { analyst, id, ref, articleId, snapshotId } = await ranked()
  await expect(decideProposal(analyst, act(id, 'quote', 'Words of another text.'))).rejects.toThrow(Invalid)
  const exact = 'launched a working group on counternarcotics'
  const first = await decideProposal(analyst, act(id, 'quote', exact))
  expect(first).toMatchObject({ articleId, ref })
  expect(await decideProposal(analyst, act(id, 'record', exact))).toEqual(first)
  const excerpts = await db.excerpt.findMany({ where: { snapshotId } })
  expect(excerpts.map((each) => each.exact)).toEqual([exact])
  await expect(decideProposal(analyst, act(id, 'dismiss'))).rejects.toThrow(Conflict)
})

test('of people who accept one proposal at once each is answered, and one decision stands', async () => {
  const { analyst, id } = await ranked()
  const viewers = [analyst, ...(await Promise.all([1, 2, 3].map(() => makeMember())))]
  const answers = await Promise.all(viewers.map((each) => decideProposal(each, act(id, 'quote'))))
  const { decidedById, excerpt } = await db.proposal.findUniqueOrThrow({
    where: { id },
    select: { decidedById: true, excerpt: { select: { id: true, quotedById: true } } },
  })
  expect(answers.map(({ excerptId }) => excerptId)).toContain(excerpt?.id)
  expect(excerpt?.quotedById).toBe(decidedById)
  expect((await decideProposal(analyst, act(id, 'quote'))).excerptId).toBe(excerpt?.id)
})

test('what was dismissed stays dismissed when the passages are compared again, in this snapshot and the next', async () => {
  const { analyst, id, see, snapshotId, articleId, ref } = await ranked()
  await decideProposal(analyst, act(id, 'dismiss'))
  await rankSnapshot(system, snapshotId)
  const dismissed = (await see()).proposals.filter((each) => each.decision === 'DISMISSED')
  expect(dismissed).toHaveLength(1)
  expect((await see()).proposals.filter((each) => each.exact === dismissed[0]?.exact)).toHaveLength(1)
  const next = await makeSnapshot(analyst, { articleId, text: `${readout}\nAdded later.` })
  await rankSnapshot(system, next.snapshotId)
  const again = await listProposals(analyst, next.snapshotId)
  const same = again?.proposals.filter((each) => each.ref === ref && each.exact === dismissed[0]?.exact)
  expect(same).toEqual([])
  await decideProposal(analyst, act(id, 'restore'))
  expect((await see()).proposals.every((each) => each.decision === null)).toBe(true)
})

test('visitors see no proposals and decide nothing, and what is not there cannot be ranked or decided', async () => {
  const { id, snapshotId } = await ranked()
  const nobody = { ...(await makeMember('ANALYST')), role: 'NONE' as 'ANALYST' }
  await expect(listProposals({ kind: 'visitor' }, snapshotId)).rejects.toThrow(NotAllowed)
  await expect(decideProposal(nobody, act(id, 'dismiss'))).rejects.toThrow(NotAllowed)
  await expect(askRanking({ kind: 'visitor' }, { id: snapshotId })).rejects.toThrow(NotAllowed)
  const analyst = await makeMember('ANALYST')
  await expect(askRanking(analyst, { id: 'nothing' })).rejects.toThrow(NotFound)
  await expect(decideProposal(analyst, act('nothing', 'dismiss'))).rejects.toThrow(NotFound)
})
