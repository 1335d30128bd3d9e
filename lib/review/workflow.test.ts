import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { type Member, system } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '#lib/errors.ts'
import { correctUpdate } from '#lib/review/corrections.ts'
import { publishDraft, returnDraft } from '#lib/review/publish.ts'
import { discardDraft, recallDraft, submitDraft } from '#lib/review/write.ts'
import { withdrawUpdate } from '#lib/updates/write.ts'
import { makeCommitment, makeDraft, makeMember } from '#testing/make.ts'
import { RUNS } from '#testing/runs.ts'
import { verifyLedger } from '#worker/verify-ledger.ts'

vi.setConfig({ testTimeout: 240_000 * RUNS })

type State = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'PUBLISHED'
type Known = {
  id: string
  author: number
  state: State
  version: number
  corrects: string | null
  isGone: boolean
}

const acts = ['submit', 'recall', 'return', 'publish', 'correct', 'withdraw', 'discard'] as const
const act = fc.record({
  act: fc.constantFrom(...acts),
  who: fc.nat({ max: 3 }),
  which: fc.nat({ max: 5 }),
  // A form that was drawn before the last change.
  isStale: fc.boolean(),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

const isOpen = ({ state }: Known) => state === 'DRAFT' || state === 'RETURNED'

/** What the words of the product say: who may do this now. 0 and 1 are analysts, 2 and 3 reviewers. */
function mayAct({ act, who, isStale }: Act, update: Known, all: Known[]): boolean {
  const isOwn = update.author === who
  const isSecond = who >= 2 && !isOwn
  const corrected = all.find((each) => each.id === update.corrects)
  switch (act) {
    case 'submit':
    case 'discard':
      return isOwn && isOpen(update) && !isStale
    case 'recall':
      return isOwn && update.state === 'SUBMITTED' && !isStale
    case 'return':
      return isSecond && update.state === 'SUBMITTED' && !isStale
    case 'publish':
      return isSecond && update.state === 'SUBMITTED' && !isStale && !corrected?.isGone
    case 'correct':
      return update.state === 'PUBLISHED' && !update.isGone
    case 'withdraw':
      return isSecond && update.state === 'PUBLISHED' && !update.isGone
  }
}

async function run({ act, isStale }: Act, by: Member, update: Known): Promise<string | null> {
  const at = { id: update.id, version: isStale ? update.version + 1 : update.version }
  if (act === 'submit') await submitDraft(by, at)
  else if (act === 'recall') await recallDraft(by, at)
  else if (act === 'return') await returnDraft(by, { ...at, reason: 'Look again.' })
  else if (act === 'publish') await publishDraft(by, at)
  else if (act === 'discard') await discardDraft(by, at)
  else if (act === 'withdraw') await withdrawUpdate(by, { id: update.id, reason: 'It was not so.' })
  else return correctUpdate(by, { id: update.id, reason: 'The day was wrong.' })
  return null
}

function follow({ act, who }: Act, update: Known, all: Known[], made: string | null): void {
  const corrected = all.find((each) => each.id === update.corrects)
  if (act === 'discard') all.splice(all.indexOf(update), 1)
  else if (act === 'withdraw') update.isGone = true
  else if (act === 'correct') {
    if (made && !all.some((each) => each.id === made))
      all.push({ id: made, author: who, state: 'DRAFT', version: 1, corrects: update.id, isGone: false })
  } else {
    update.state = (
      { submit: 'SUBMITTED', recall: 'DRAFT', return: 'RETURNED', publish: 'PUBLISHED' } as const
    )[act]
    update.version++
    if (act === 'publish' && corrected) corrected.isGone = true
  }
}

test('whoever does what in whatever order, only what the rules allow happens, and the history stays whole', async () => {
  const people = [
    await makeMember('ANALYST'),
    await makeMember('ANALYST'),
    await makeMember('REVIEWER'),
    await makeMember('ADMIN'),
  ]
  const sequence = fc.array(act, { minLength: 4, maxLength: 14 })
  await fc.assert(
    fc.asyncProperty(sequence, async (sequence) => {
      const { commitmentId } = await makeCommitment()
      const all: Known[] = []
      for (const author of [0, 2]) {
        const { id } = await makeDraft({ commitmentId, author: people[author] as Member })
        all.push({ id, author, state: 'DRAFT', version: 1, corrects: null, isGone: false })
      }
      for (const step of sequence) {
        const update = all[step.which % all.length]
        if (!update) break
        const isAllowed = mayAct(step, update, all)
        const result = await run(step, people[step.who] as Member, update).then(
          (made) => ({ made }),
          (error: unknown) => ({ error }),
        )
        if ('error' in result) {
          const kinds = [Conflict, Invalid, NotAllowed, NotFound]
          expect(kinds.some((kind) => result.error instanceof kind)).toBe(true)
          expect([step.act, 'refused', isAllowed]).toEqual([step.act, 'refused', false])
        } else if (isAllowed) follow(step, update, all, result.made)
        // Handing in the same version twice is one act: told as done, and nothing changes.
        else expect([step.act, update.state]).toEqual(['submit', 'SUBMITTED'])
        const rows = await db.draft.findMany({
          where: { body: { path: ['commitmentId'], equals: commitmentId } },
          orderBy: { id: 'asc' },
        })
        const told = [...all].sort((a, b) => (a.id < b.id ? -1 : 1))
        expect(rows.map(({ id, state, version }) => ({ id, state, version }))).toEqual(
          told.map(({ id, state, version }) => ({ id, state, version })),
        )
        expect(rows.every((row) => row.publishedById !== row.authorId)).toBe(true)
      }
      const [count] = await db.$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS n FROM live_updates(now() + interval '1 minute') WHERE "commitmentId" = ${commitmentId}`
      expect(count?.n).toBe(all.filter((each) => each.state === 'PUBLISHED' && !each.isGone).length)
    }),
    { numRuns: 25 * RUNS },
  )
  expect((await verifyLedger(system)).fault).toBeNull()
})
