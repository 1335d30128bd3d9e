// One of everything that has an address, and the addresses that the build has.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Made, routes } from '#e2e/routes.ts'
import { CaptureInput } from '#lib/captures/input.ts'
import { startCapture } from '#lib/captures/write.ts'
import { db } from '#lib/database/client.ts'
import { startImport } from '#lib/imports/write.ts'
import { submitDraft } from '#lib/review/write.ts'
import { makeAmendment, makeDraft, makeMember, makePublished } from '#testing/make.ts'

export const built = (file: string) => JSON.parse(readFileSync(join('.next', file), 'utf8'))

/** Routes of the build that answer with a page. */
export const pages = (): string[] =>
  Object.entries<string>(built('app-path-routes-manifest.json'))
    .filter(([file]) => file.endsWith('/page'))
    .map(([, route]) => route)
    .sort()

const readers = {
  everybody: null,
  members: 'REVIEWER',
  reviewers: 'REVIEWER',
  administrators: 'ADMIN',
} as const

/** Every page of the table in each of its languages, and the role of somebody who is shown it. */
export const views = () =>
  pages().flatMap((route) => {
    const [who, pathOf] = routes[route] ?? []
    if (!who || !pathOf) return []
    return (route.startsWith('/[language]') ? ['en', 'zh'] : ['']).map((language) => ({
      name: route.replace('[language]', language),
      role: readers[who],
      path: (made: Made) => pathOf(made).replace(/^\/(en|zh)\b/, `/${language}`),
    }))
  })

/** Those of them that are public: every page of server/public-routes.ts. */
export const publicViews = () => views().filter(({ name }) => /^\/(en|zh)(\/|$)/.test(name))

/** An import of one row that waits for a second person, for everybody on the desk to see. */
async function makeImport(ref: string): Promise<string> {
  const file = new File([`ref,title\n${ref},Read from a table\n`], 'promises.csv')
  const id = await startImport(await makeMember('ANALYST'), { file, requestKey: null })
  await db.draft.update({ where: { id }, data: { state: 'SUBMITTED', submittedAt: new Date() } })
  return id
}

export async function make() {
  const { id: publishedId, ref, articleId, excerptId, commitmentId } = await makePublished()
  const { summit } = await db.commitment.findUniqueOrThrow({
    where: { id: commitmentId },
    select: { summit: { select: { slug: true } } },
  })
  const draft = await makeDraft({ commitmentId })
  const submitted = await makeDraft({ commitmentId })
  await submitDraft(submitted.author, { id: submitted.id, version: 1 })
  const pasted = { way: 'paste', text: 'They met on Monday, and spoke of harbours for three hours.' }
  const started = await startCapture(draft.author, CaptureInput.parse(pasted))
  const captureId = 'captureId' in started ? started.captureId : ''
  const person = await makeMember('ANALYST')
  const proposed = await makeAmendment(ref)
  const importId = await makeImport(ref)
  const ids = { draftId: draft.id, submittedId: submitted.id, proposedId: proposed.id, importId, publishedId }
  return {
    commitmentId,
    made: { ref, slug: summit.slug, articleId, excerptId, ...ids, personId: person.id, captureId },
    hidden: [draft.claim.headline.en, submitted.claim.headline.en, proposed.title],
  }
}
