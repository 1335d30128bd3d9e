import { stringify } from 'csv-stringify/sync'
import { expect, test } from 'vitest'
import { system, visitor } from '#lib/auth/viewer.ts'
import { getInForce } from '#lib/commitments/desk.ts'
import { factsOfCommitment } from '#lib/commitments/form.ts'
import { CommitmentAmendment } from '#lib/commitments/input.ts'
import { commitmentColumns, commitmentRow, presentHistory } from '#lib/commitments/present.ts'
import { getCommitment } from '#lib/commitments/read.ts'
import { sectionsOf } from '#lib/commitments/record.ts'
import { readCommitmentFilter } from '#lib/commitments/rules.ts'
import { exportCommitments } from '#lib/commitments/search.ts'
import { amendmentsFrom, listWordings } from '#lib/commitments/wordings.ts'
import { amendCommitment } from '#lib/commitments/write.ts'
import { db } from '#lib/database/client.ts'
import { clocksNow } from '#lib/dates.ts'
import { previewImport } from '#lib/imports/read.ts'
import { makeCommitment, makeMember } from '#testing/make.ts'
import { beginImport, csvOf, tableRow } from '#testing/tables.ts'
import { verifyLedger } from '#worker/verify-ledger.ts'

const guideline = { en: 'A law in force counts; a plan does not.', zh: '生效的法律算，计划不算。' }
const soon = () => clocksNow(new Date(Date.now() + 1_000))

/** A commitment that was recorded without a guideline and amended to have one. */
async function amended() {
  const made = await makeCommitment()
  const { recordedAt } = await db.commitment.findUniqueOrThrow({ where: { id: made.commitmentId } })
  const { mergedInto: _, ...said } = await getInForce(made.reviewer, { ref: made.ref })
  await amendCommitment(made.reviewer, CommitmentAmendment.parse({ ...said, guideline }))
  return { ...made, before: { ...soon(), known: recordedAt, isNow: false } }
}

const bodies = async (subjectId: string) =>
  (await db.ledgerEntry.findMany({ where: { subjectId }, orderBy: { seq: 'asc' } })).map(
    ({ body }) => JSON.parse(body).subject,
  )

test('a guideline is in force from its amendment on, at both clocks, and the ledger verifies', async () => {
  const { ref, commitmentId, before } = await amended()
  expect(sectionsOf((await getCommitment(visitor, before, ref)).said)).toEqual([])
  for (const clocks of [soon(), { ...soon(), isNow: false }])
    expect(sectionsOf((await getCommitment(visitor, clocks, ref)).said)).toEqual([
      { heading: 'guideline', text: guideline },
    ])
  const wordings = await listWordings(visitor, soon(), commitmentId)
  const [change] = amendmentsFrom(wordings, 'en')
  expect(JSON.stringify(change?.changes)).toContain(guideline.en)
  expect((await verifyLedger(system)).fault).toBeNull()
})

test('the ledger says nothing of a guideline that is not there, as before there were any', async () => {
  const { commitmentId } = await amended()
  const [recorded, later] = await bodies(commitmentId)
  expect(Object.keys(recorded).sort()).toEqual(
    'areaSlug criteria due id madeOn partyCodes promisedInId recordedBy ref reviewEveryDays summitSlug text title'.split(
      ' ',
    ),
  )
  expect(later.guideline).toEqual(guideline)
})

test('a reviewer reads it, exports hold it, and what was exported is imported as no change', async () => {
  const { ref, slug, reviewer } = await amended()
  const { mergedInto: _, ...said } = await getInForce(reviewer, { ref })
  expect(factsOfCommitment(said)).toContainEqual(['What would count as evidence', guideline.en])
  const found = await exportCommitments(visitor, soon(), readCommitmentFilter({ summit: slug }, 'en').search)
  const row = commitmentRow(found[0] ?? expect.fail())
  expect(row[commitmentColumns.indexOf('guideline_en')]).toBe(guideline.en)
  expect(row[commitmentColumns.indexOf('guideline_zh')]).toBe(guideline.zh)
  const page = await getCommitment(visitor, soon(), ref)
  expect(presentHistory(page, [], soon()).commitment).toMatchObject({ guideline })
  const author = await makeMember('ANALYST')
  const again = await previewImport(
    author,
    await beginImport(author, stringify([commitmentColumns, ...found.map(commitmentRow)])),
  )
  expect(again).toMatchObject({ faultCount: 0, same: 1, total: 1 })
})

test('a table may bring one, take it away by an empty cell, or say nothing of it', async () => {
  const made = await amended()
  const author = await makeMember('ANALYST')
  const { said } = await getCommitment(visitor, soon(), made.ref)
  const preview = async (cells: Record<string, string>) => {
    const row = { ...tableRow(made, made.ref), title_en: said.title.en ?? '', made_on: said.madeOn, due: '' }
    const table = csvOf([{ ...row, criteria_en: 'It is done.', ...cells }])
    return previewImport(author, await beginImport(author, table))
  }
  expect(await preview({})).toMatchObject({ same: 1, amended: 0 })
  expect(await preview({ guideline: '', 证据标准: '' })).toMatchObject({ same: 0, amended: 1 })
  const { first } = await preview({ guideline: 'A treaty in force.' })
  expect(first[0]?.facts).toContainEqual(['What would count as evidence', 'A treaty in force.'])
  expect(first[0]?.facts).toContainEqual(['What would count as evidence, in Chinese', guideline.zh])
})

test('the database refuses a guideline that is no text in either language', async () => {
  const { commitmentId } = await makeCommitment()
  const change = db.commitment.update({ where: { id: commitmentId }, data: { guideline: { fr: 'Non.' } } })
  await expect(change).rejects.toThrow('guideline')
})
