import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Member } from '#lib/auth/viewer.ts'
import type { Role } from '#lib/generated/prisma/enums.ts'
import { migrate } from '#prisma/migrate.ts'
import { ask, drop } from '#testing/databases.ts'
import { makeOld, type Upgradable } from '#testing/dumps/load.ts'

const servers = inject('databases')
let upgraded: Upgradable
let before: Awaited<ReturnType<typeof readOld>>
let review: Awaited<ReturnType<typeof verbs>>
afterAll(() => drop(servers.admin, upgraded.name))

type Old = Record<string, unknown> & { id: string; authorId: string; state: string }
type Proof = { source: string; bearing: string; locator: string | null }

/** What version 0.1.0 kept of everything under way. */
function readOld(url: string) {
  return ask(url, async (client) => {
    const rows = async <T>(sql: string): Promise<T[]> => (await client.query(sql)).rows
    const proofs = `(SELECT coalesce(json_agg(json_build_object('source', CASE WHEN e."excerptId" IS NULL
        THEN 'article:' || e."articleId" ELSE 'excerpt:' || e."excerptId" END, 'bearing', e.bearing, 'locator', e.locator)
        ORDER BY e.position), '[]') FROM "Evidence" e WHERE e."updateId" = u.id)`
    return {
      updates: await rows<Old & { proofs: Proof[] }>(
        `SELECT u.*, u."occurredOn"::text AS day, ${proofs} AS proofs FROM "StatusUpdate" u
         WHERE u.state <> 'PUBLISHED' ORDER BY id`,
      ),
      drafts: await rows<Old & { kind: string; body: { commitment?: object } }>(
        'SELECT * FROM "Draft" ORDER BY id',
      ),
      said: await rows<{ line: string }>(said('coalesce("updateId", "draftId")', '"updateId"')),
      people: await rows<{ id: string; name: string; email: string; role: Role }>('SELECT * FROM "User"'),
    }
  })
}

/** Comments, claims, approvals and returned texts, each with what it is of. */
const said = (of: string, own: string) =>
  `SELECT 'C ' || ${of} || id || "authorId" || text || at AS line FROM "Comment"
   UNION ALL SELECT 'R ' || ${of} || "reviewerId" || "claimedAt" FROM "ReviewClaim"
   UNION ALL SELECT 'A ' || ${own} || version || "reviewerId" || at FROM "Approval"
   UNION ALL SELECT 'T ' || ${own} || version || text FROM "ReturnedText" ORDER BY 1`

async function verbs() {
  const [forms, input, summits, columns, body, read, write, publish, viewer, verify] = await Promise.all([
    import('#lib/forms/parse.ts'),
    import('#lib/commitments/input.ts'),
    import('#lib/summits/input.ts'),
    import('#lib/imports/input.ts'),
    import('#lib/review/body.ts'),
    import('#lib/review/read.ts'),
    import('#lib/review/write.ts'),
    import('#lib/review/publish.ts'),
    import('#lib/auth/viewer.ts'),
    import('#worker/verify-ledger.ts'),
  ])
  return {
    ...{ ...forms, ...input, ...summits, ...columns, ...body, ...read, ...write, ...publish },
    ledger: async () => (await verify.verifyLedger(viewer.system)).fault,
  }
}

function member(id: string): Member {
  const { name, email, role } = before.people.find((each) => each.id === id) ?? {}
  if (!name || !email || !role) throw new Error(`There is no person ${id}.`)
  return { kind: 'member', id, name, email, role, sessionId: null }
}
const reviewerBesides = (authorId: string) =>
  member(before.people.find(({ id, role }) => role === 'REVIEWER' && id !== authorId)?.id ?? '')

beforeAll(async () => {
  upgraded = await makeOld(servers, '0.1.0')
  before = await readOld(upgraded.url)
  await migrate(upgraded.url, upgraded.appUrl)
  process.env.DATABASE_URL = upgraded.appUrl
  review = await verbs()
})

test('every update under way is a draft of the same id, with its words, its evidence and how far it had come', async () => {
  expect(before.updates.map(({ state }) => state).sort()).toEqual([
    ...Array(11).fill('DRAFT'),
    ...Array(5).fill('RETURNED'),
    ...Array(14).fill('SUBMITTED'),
  ])
  for (const old of before.updates) {
    const draft = await review.getDraft(member(old.authorId), old.id)
    const { headline, note, proofs } = old as typeof old & Record<string, Record<string, string>>
    expect(draft.fields).toMatchObject({
      commitmentId: old.commitmentId,
      partyId: old.partyId ?? '',
      status: old.status,
      'headline.en': headline?.en ?? '',
      'headline.zh': headline?.zh ?? '',
      'note.en': note?.en ?? '',
      'note.zh': note?.zh ?? '',
      ...(old.correctionReason ? { correctionReason: old.correctionReason } : {}),
    })
    expect(String(old.day).startsWith(draft.fields.occurred ?? '-')).toBe(true)
    expect((draft.fields.occurred ?? '').length).toBe(
      { DAY: 10, MONTH: 7, YEAR: 4 }[String(old.occurredPrecision)],
    )
    const sources = Object.entries(draft.fields).filter(([name]) => name.startsWith('evidence.'))
    expect(Object.fromEntries(sources)).toEqual(
      review.fieldsIn({ evidence: old.proofs.map((each) => ({ ...each, locator: each.locator ?? '' })) }),
    )
    expect(proofs).toBe(old.proofs)
    expect(draft).toMatchObject({
      state: old.state,
      version: old.version,
      subjectId: old.supersedesId,
      returnReason: old.returnReason,
      savedAt: old.savedAt,
      submittedAt: old.submittedAt,
    })
    expect(draft.faults.map(({ field }) => field)).toEqual(old.proofs.length ? [] : ['evidence.0.source'])
  }
})

test('comments, claims, approvals and returned texts are as they were, of the same ids', async () => {
  expect(before.said.length).toBeGreaterThan(20)
  const { rows } = await ask(upgraded.url, (client) => client.query(said('"draftId"', '"draftId"')))
  expect(rows).toEqual(before.said)
})

test('every other draft says what it said, read from the fields of its form', async () => {
  expect(before.drafts.length).toBe(23)
  for (const { id, kind, body, authorId, ...old } of before.drafts) {
    const { fields, state, version } = await review.getDraft(member(authorId), id)
    expect({ state, version }).toEqual({ state: old.state, version: old.version })
    const form = review.nest(fields)
    // What came to a commitment later is empty in it.
    if (kind === 'COMMITMENT')
      expect(review.CommitmentForm.parse(form)).toEqual({
        ...body,
        commitment: { guideline: {}, ...body.commitment },
      })
    if (kind === 'SUMMIT') expect(review.SummitForm.parse(form)).toEqual(body)
    if (kind === 'MERGE') expect(review.MergeForm.parse(form)).toEqual(body)
    if (kind === 'IMPORT') expect({ mapping: review.columnsIn(fields) }).toEqual(body)
  }
})

/** Does something with each, one after the other: those with which it could be done, and why not with the others. */
async function tried(all: Old[], act: (each: Old) => Promise<unknown>): Promise<[Old[], string[]]> {
  const done: Old[] = []
  const refused: string[] = []
  for (const each of all)
    await act(each).then(
      () => done.push(each),
      (error: Error) => refused.push(error.message),
    )
  return [done, refused.sort()]
}

test('what is open can be submitted, and what waits published, save what could not be before; the ledger verifies', async () => {
  const isSubmitted = ({ state }: Old) => state === 'SUBMITTED'
  const open = before.updates.filter((each) => !isSubmitted(each))
  const at = ({ id, version }: Old, more = 0) => ({ id, version: Number(version) + more })
  const [submitted, unfit] = await tried(open, (old) => review.submitDraft(member(old.authorId), at(old)))
  expect(submitted).toHaveLength(13)
  expect(unfit).toEqual([
    expect.stringContaining('It was merged into'),
    ...Array(2).fill(expect.stringContaining('No status without proof')),
  ])
  const waiting = [...before.updates.filter(isSubmitted), ...submitted]
  const [published, refused] = await tried(waiting, (old) =>
    review.publishDraft(reviewerBesides(old.authorId), at(old, isSubmitted(old) ? 0 : 1)),
  )
  expect(published).toHaveLength(23)
  expect(refused).toEqual([
    expect.stringContaining('It was merged into'),
    ...Array(3).fill(expect.stringContaining('itself corrected or withdrawn meanwhile')),
  ])
  expect(await review.ledger()).toBeNull()
})
