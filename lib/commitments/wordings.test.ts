import { expect, test } from 'vitest'
import type { Viewer } from '#lib/auth/viewer.ts'
import { CommitmentAmendment } from '#lib/commitments/input.ts'
import { getCommitment } from '#lib/commitments/read.ts'
import { listWordings, wordingText } from '#lib/commitments/wordings.ts'
import { amendCommitment } from '#lib/commitments/write.ts'
import { db } from '#lib/database/client.ts'
import { clocksNow } from '#lib/dates.ts'
import { makeCommitment } from '#testing/make.ts'

const visitor: Viewer = { kind: 'visitor' }

test('a page of the past keeps the words of its time when the commitment is amended', async () => {
  const { reviewer, commitmentId, ref, slug, areaSlug } = await makeCommitment({ title: 'Light the harbour' })
  const { recordedAt } = await db.commitment.findUniqueOrThrow({ where: { id: commitmentId } })
  const then = { ...clocksNow(new Date()), known: recordedAt, isNow: false }
  const before = await getCommitment(visitor, then, ref)
  const said = {
    id: commitmentId,
    version: 1,
    ref,
    summitSlug: slug,
    areaSlug,
    title: { en: 'Light the harbour and the pier' },
    text: { en: 'Do more than was said.' },
    madeOn: '2023-11-15',
    due: { on: '2025-01-01', precision: 'YEAR' },
    reviewEveryDays: 30,
    promisedInId: null,
    partyCodes: ['US'],
    criteria: [{ en: 'The pier is lit.' }],
  }
  await amendCommitment(reviewer, CommitmentAmendment.parse(said))
  expect(await getCommitment(visitor, then, ref)).toEqual(before)
  const now = await getCommitment(visitor, clocksNow(new Date(Date.now() + 1_000)), ref)
  expect(now).toMatchObject({
    title: said.title,
    said: { text: said.text, reviewEveryDays: 30, criteria: [{ en: 'The pier is lit.' }] },
  })
  expect(now.parties.map(({ code }) => code)).toEqual(['US'])
  const wordings = await listWordings(visitor, clocksNow(new Date(Date.now() + 1_000)), commitmentId)
  expect(wordings.map((each) => wordingText(each, 'en'))).toEqual([
    `Light the harbour\nDo what was said.\nBinds US, CN.\nIn the area ${areaSlug}, looked at every 90 days.\nIt is done.`,
    `Light the harbour and the pier\nDo more than was said.\nBinds US.\nDue 2025.\nIn the area ${areaSlug}, looked at every 30 days.\nThe pier is lit.`,
  ])
  expect(wordings.map((each) => wordingText(each, 'zh')).at(-1)).toContain('约束：US。\n期限：2025年。')
})
