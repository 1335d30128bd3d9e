import { readFileSync } from 'node:fs'
import type { APIRequestContext } from '@playwright/test'
import { actions } from '#e2e/actions.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { db } from '#lib/database/client.ts'
import { submitDraft } from '#lib/review/write.ts'
import { makeAmendment, makeDraft, makeMember, makePublished } from '#testing/make.ts'
import { RUNS } from '#testing/runs.ts'

type Fields = Record<string, string>
type Made = Awaited<ReturnType<typeof make>>['made']
type Built = { id: string; name: string; path: string }

/** Every action of the build, by what e2e/actions.ts calls it, with a page that draws its form. */
function built(made: Made): Built[] {
  const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
    node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>
  }
  const values: Fields = { '[language]': 'en', '[id]': made.submittedId }
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => {
    const worker = Object.keys(workers)[0] ?? ''
    const path = worker
      .replace(/^app|\/page$|\/\(\w+\)/g, '')
      .replace(/\[\w+\]/g, (name) => values[name] ?? name)
    const folder = filename.replace(/^app\/|\/[\w-]+\.tsx?$/g, '')
    return { id, name: `${folder} ${exportedName}`, path }
  })
}

async function make() {
  const published = await makePublished()
  const draft = await makeDraft({ commitmentId: published.commitmentId })
  await submitDraft(draft.author, { id: draft.id, version: 1 })
  const person = await makeMember()
  const proposed = await makeAmendment(published.ref)
  const made = {
    submittedId: draft.id,
    publishedId: published.id,
    personId: person.id,
    draftId: proposed.id,
  }
  return { made }
}

const base = process.env.BASE_URL ?? ''

/** Calls an action as the scripts of our pages do. */
async function call(request: APIRequestContext, { id, path }: Built, fields: Fields) {
  // In this order, as browsers send them: the call itself last. An object would put it first.
  const multipart = new FormData()
  for (const [name, value] of Object.entries(fields)) multipart.append(`_1_${name}`, value)
  multipart.append('0', JSON.stringify([{ attempt: 0, faults: [], values: {} }, '$K1']))
  return request.post(path, {
    headers: { 'next-action': id, origin: base },
    multipart,
    maxRedirects: 0,
  })
}

/** All that any of them could have changed. */
async function traces(made: Made): Promise<unknown> {
  const { submittedId: id, personId } = made
  const [update, person, ...counts] = await Promise.all([
    db.draft.findUniqueOrThrow({ where: { id }, include: { claim: true, comments: true } }),
    db.user.findUniqueOrThrow({ where: { id: personId } }),
    db.draft.count({
      where: { id: made.draftId, publishedAt: null, returnedAt: null, claim: null, comments: { none: {} } },
    }),
    db.invitation.count({ where: { email: 'nobody@example.org' } }),
    db.verification.count({ where: { value: personId } }),
    db.withdrawal.count({ where: { updateId: made.publishedId } }),
  ])
  return { update, person, counts }
}

test('every action of the build stands in the table of who may use it', async () => {
  const { made } = await make()
  expect(
    built(made)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(actions).sort())
})

test('every action refuses whoever may not use it, though all they send is right', async ({
  as,
  request,
}) => {
  test.slow() // some hundred and fifty calls
  const { made } = await make()
  const [analyst, reviewer] = [await as('ANALYST'), await as('REVIEWER')]
  const before = await traces(made)
  const wrong: string[] = []
  for (const action of built(made)) {
    const [who, sent] = actions[action.name] ?? ['administrators']
    if (who === 'everybody') continue
    const fields = sent?.(made) ?? { id: made.submittedId, version: '2', text: 'Something.' }
    const outside = await call(request, action, fields)
    const isSentAway = /\/sign-in\?/.test(outside.headers()['x-action-redirect'] ?? '')
    // These are called while somebody types, who is not to be sent away; traces shows that they do nothing.
    const isQuiet = /find find|saveByItself$/.test(action.name)
    if (!isSentAway && !isQuiet) wrong.push(`visitor ${action.name}: ${outside.status()}`)
    const inside: [string, APIRequestContext][] = [
      ...(who === 'members' ? [] : [['analyst', analyst.page.request] as [string, APIRequestContext]]),
      ...(who === 'administrators'
        ? [['reviewer', reviewer.page.request] as [string, APIRequestContext]]
        : []),
    ]
    for (const [name, person] of inside) {
      const answer = await call(person, action, fields)
      if (answer.status() !== 403)
        wrong.push(`${name} ${action.name}: ${answer.status()} ${(await answer.text()).slice(0, 300)}`)
    }
  }
  expect(wrong).toEqual([])
  expect(await traces(made)).toEqual(before)
})

/** Values that have broken forms elsewhere. */
const bad = [
  '',
  '\0',
  '\u202Egnp.exe',
  '__proto__',
  '-1',
  '1e309',
  '2024-02-30',
  "' OR 1=1 --",
  '{"$ne":null}',
  'x'.repeat(9_000),
]
const names =
  'id version email role was way name password currentPassword code token text reason next response requestKey commitmentId snapshotId exact status occurred act address slug ref headline.en evidence.0.source items.x parties.0.code criteria.en __proto__.x constructor.prototype.x a.b.c.d.e.f.g.h'.split(
    ' ',
  )

test('whatever is typed, every action answers in words and in time', async ({ as }) => {
  test.setTimeout(300_000) // two hundred forms, or six hundred
  const { made } = await make()
  const { page } = await as('ADMIN')
  const wrong: string[] = []
  const all = built(made).filter(({ name }) => name !== 'desk/account signOut')
  // Each day every action is sent a third of them, and each of them to a third; in `npm run test:hostile` all to all.
  const isDue = (value: number, which: number) => RUNS > 1 || (value + which) % 3 === 0
  for (const [at, value] of bad.entries())
    await Promise.all(
      [0, 1].map(async (half) => {
        for (const [which, action] of all.entries()) {
          if (which % 2 !== half || !isDue(at, which)) continue
          const fields = Object.fromEntries(names.map((name) => [name, value]))
          const since = performance.now()
          const answer = await call(page.request, action, fields)
          const took = performance.now() - since
          const said = `${action.name} with ${JSON.stringify(value.slice(0, 20))}: ${answer.status()}`
          if (answer.status() >= 500 || took > 5_000) wrong.push(`${said} in ${Math.round(took)} ms`)
          if (/node_modules|at \w+ \(\//.test(await answer.text())) wrong.push(`${said} shows a stack`)
        }
      }),
    )
  expect(wrong).toEqual([])
})
