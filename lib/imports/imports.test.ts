import { expect, test } from 'vitest'
import { system } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { MappingInput } from '#lib/imports/input.ts'
import { getImport, listImportRows, previewImport } from '#lib/imports/read.ts'
import { queueUnfinished, runImport } from '#lib/imports/run.ts'
import { confirmImport, mapColumns, stopImport } from '#lib/imports/write.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { recallDraft } from '#lib/review/write.ts'
import { makeAmendment, makeCommitment, makeDraft, makeMember } from '#testing/make.ts'
import { beginImport, confirmTable, csvOf, tableRow, versionOf } from '#testing/tables.ts'
import { verifyLedger } from '#worker/verify-ledger.ts'

test('an import is mended, confirmed, laid out, approved by a second person, and recorded row by row', async () => {
  const made = await makeCommitment()
  const author = await makeMember('ANALYST')
  const good = tableRow(made, 'IMP-1', { title_en: '=2+3 lamps', title_zh: '点灯' })
  const id = await beginImport(
    author,
    csvOf([good, tableRow(made, 'IMP-2', { due: 'soon', area: 'nowhere' })]),
  )
  const seen = await previewImport(author, id)
  expect(seen.faults).toEqual([
    { row: 3, column: 7, message: expect.stringContaining('2024-05') },
    { row: 3, column: 2, message: 'There is no area “nowhere” yet.' },
  ])
  expect(seen.header[7]).toBe('due')
  await expect(confirmTable(author, id)).rejects.toThrow('mended')
  expect(await db.importRow.count({ where: { draftId: id } })).toBe(0)

  const mended = await beginImport(author, csvOf([good, tableRow(made, 'IMP-2')]))
  await confirmTable(author, mended)
  expect(
    await db.activity.findMany({ where: { aboutId: mended }, select: { kind: true, byId: true } }),
  ).toEqual([{ kind: 'IMPORTED', byId: author.id }])
  await runImport(system, mended)
  await runImport(system, mended)
  expect(await getImport(author, mended)).toMatchObject({ step: 'waiting', laidOut: 2, over: 0 })
  expect(await db.commitment.count({ where: { ref: 'IMP-1' } })).toBe(0)
  const at = { id: mended, version: await versionOf(mended) }
  await expect(publishDraft(author, at)).rejects.toThrow('Nobody publishes their own')
  await publishDraft(made.reviewer, at)
  await runImport(system, mended)
  expect(await getImport(author, mended)).toMatchObject({ step: 'over', over: 2, faults: [] })
  const recorded = await db.commitment.findUniqueOrThrow({
    where: { ref: 'IMP-1' },
    include: { criteria: true },
  })
  expect(recorded).toMatchObject({ title: { en: '=2+3 lamps', zh: '点灯' }, duePrecision: 'MONTH' })
  expect(recorded.criteria).toHaveLength(2)
  const entry = await db.ledgerEntry.findFirstOrThrow({ where: { subjectId: recorded.id } })
  expect(JSON.parse(entry.body)).toMatchObject({
    subject: { recordedBy: made.reviewer.id, proposedBy: author.id, import: mended },
  })
  expect((await verifyLedger(system)).fault).toBeNull()
})

test('whoever looks while an import is handed in never sees it as open again', async () => {
  const made = await makeCommitment()
  const author = await makeMember('ANALYST')
  for (let time = 0; time < 5; time++) {
    const id = await beginImport(author, csvOf([tableRow(made, `MEANWHILE-${time}`)]))
    await confirmTable(author, id)
    let isRunning = true
    const run = runImport(system, id).finally(() => {
      isRunning = false
    })
    const look = async () => {
      while (isRunning) expect((await getImport(author, id)).step).not.toBe('open')
    }
    await Promise.all([run, look(), look(), look()])
    expect((await getImport(author, id)).step).toBe('waiting')
  }
})

test('every fault is told at its row and column, in words', async () => {
  const made = await makeCommitment()
  const author = await makeMember('ANALYST')
  const rows = [
    tableRow(made, 'small'),
    tableRow(made, 'BAD-1', { summit: 'nowhere', title_en: '' }),
    tableRow(made, 'BAD-2', { parties: 'US;XX', made_on: '14.5.2024' }),
    tableRow(made, 'BAD-2'),
    tableRow(made, 'BAD-3', { title_en: `A\u202Eb`, text_en: 'x'.repeat(1_000_000) }),
    tableRow(made, 'BAD-4', { title_en: 'A\0b', criteria_en: '' }),
    tableRow(made, 'BAD-5', { parties: 'XX' }),
    tableRow(made, 'BAD-6', { summit: 'nowhere' }),
  ]
  const { faults, header } = await previewImport(author, await beginImport(author, csvOf(rows)))
  const told = faults.map(({ row: at, column, message }) => [at, header[column ?? -1], message.slice(0, 24)])
  expect(told).toEqual([
    [2, 'ref', 'Write a reference like W'],
    [3, 'title_en', 'Write it in English or C'],
    [3, 'summit', 'There is no summit “nowh'],
    [4, 'made_on', 'Write the date like 2023'],
    [4, 'parties', 'A commitment binds parti'],
    [5, 'ref', 'BAD-2 stands in row 4 al'],
    [6, 'title_en', 'Holds invisible control '],
    [6, 'text_en', 'Keep it within 2,000 cha'],
    [7, 'title_en', 'Holds characters that ar'],
    [7, 'criteria_en', 'Say what must be so for '],
    [8, 'parties', 'A commitment binds parti'],
    [9, 'summit', 'There is no summit “nowh'],
  ])
})

test('columns can be named by hand, but no two alike, and without a reference there is nothing to import', async () => {
  const made = await makeCommitment()
  const author = await makeMember('ANALYST')
  const id = await beginImport(author, `which,what\n${made.ref},Light the pier\n`)
  expect((await previewImport(author, id)).faults[0]?.message).toContain('No column is the “Reference”')
  const mapping = (columns: string[]) => MappingInput.safeParse({ id, version: 1, columns })
  expect(mapping(['ref', 'ref']).error?.issues[0]?.message).toContain('Two columns')
  const named = mapping(['ref', 'title_en'])
  await expect(mapColumns(await makeMember('ANALYST'), named.data ?? fail())).rejects.toThrow('role')
  await mapColumns(author, named.data ?? fail())
  await expect(mapColumns(author, named.data ?? fail())).rejects.toThrow('changed while')
  // What has no column stays as it is in force.
  expect(await previewImport(author, id)).toMatchObject({ faultCount: 0, amended: 1, added: 0 })
  await confirmTable(author, id)
  await runImport(system, id)
  const [line] = await listImportRows(made.reviewer, id, 1)
  expect(JSON.stringify(line?.changes)).toContain('Light the pier')
  await publishDraft(made.reviewer, { id, version: await versionOf(id) })
  await runImport(system, id)
  const { version, title } = await db.commitment.findUniqueOrThrow({ where: { ref: made.ref } })
  expect([version, title]).toEqual([2, { en: 'Light the pier' }])
})

function fail(): never {
  throw new Error('not read')
}

test('what is laid out can be stopped or taken back, and then nothing of it is kept', async () => {
  const made = await makeCommitment()
  const author = await makeMember('ANALYST')
  const id = await beginImport(author, csvOf([tableRow(made, 'STOP-1')]))
  await confirmTable(author, id)
  await expect(stopImport(await makeMember('ANALYST'), { id })).rejects.toThrow('role')
  await stopImport(author, { id })
  await runImport(system, id)
  expect(await getImport(author, id)).toMatchObject({ step: 'open', laidOut: 0 })
  await expect(stopImport(author, { id })).rejects.toThrow('no longer')
  await confirmTable(author, id)
  await confirmTable(author, id)
  await runImport(system, id)
  await recallDraft(author, { id, version: await versionOf(id) })
  expect((await getImport(author, id)).step).toBe('open')
  await expect(runImport(author, id)).rejects.toThrow('role')
})

test('what is no import is neither confirmed, mapped nor stopped', async () => {
  const { author, id } = await makeDraft()
  const act = { id, version: 1 }
  await expect(confirmImport(author, act)).rejects.toThrow('There is no such import')
  await expect(mapColumns(author, { ...act, mapping: ['ref'] })).rejects.toThrow('There is no such import')
  await expect(stopImport(author, act)).rejects.toThrow('There is no such import')
})

test('a row that no longer fits when it is recorded says why, and the others are recorded', async () => {
  const made = await makeCommitment()
  const author = await makeMember('ANALYST')
  const rows = [
    tableRow(made, 'LATE-1'),
    tableRow(made, made.ref, { title_en: 'From the table' }),
    tableRow(made, 'LATE-2'),
  ]
  const [one, other] = [
    await beginImport(author, csvOf(rows)),
    await beginImport(author, csvOf([tableRow(made, 'LATE-1')])),
  ]
  for (const id of [one, other]) {
    await confirmTable(author, id)
    await runImport(system, id)
  }
  const amendment = await makeAmendment(made.ref)
  await publishDraft(made.reviewer, amendment)
  for (const id of [other, one]) {
    await publishDraft(made.reviewer, { id, version: await versionOf(id) })
    await runImport(system, id)
  }
  expect((await getImport(author, one)).faults).toEqual([
    { number: 2, ref: 'LATE-1', fault: 'LATE-1 was recorded meanwhile.' },
    { number: 3, ref: made.ref, fault: expect.stringContaining('Somebody amended') },
  ])
  expect(await db.commitment.count({ where: { ref: 'LATE-2' } })).toBe(1)
  expect((await verifyLedger(system)).fault).toBeNull()
})

test('two workers at once, and an import left unfinished, record each row once', async () => {
  const made = await makeCommitment()
  const author = await makeMember('ANALYST')
  const id = await beginImport(
    author,
    csvOf(Array.from({ length: 450 }, (_, n) => tableRow(made, `ONCE-${n}`))),
  )
  await confirmTable(author, id)
  await Promise.all([runImport(system, id), runImport(system, id)])
  await publishDraft(made.reviewer, { id, version: await versionOf(id) })
  await db.$executeRaw`SELECT graphile_worker.remove_job(${`import:${id}`})`
  await queueUnfinished(system)
  const jobs = await db.$queryRaw`SELECT 1 FROM graphile_worker.jobs WHERE key = ${`import:${id}`}`
  expect(jobs).toHaveLength(1)
  await Promise.all([runImport(system, id), runImport(system, id)])
  expect(await getImport(author, id)).toMatchObject({ step: 'over', over: 450, faults: [] })
  const entries = await db.ledgerEntry.count({
    where: { kind: 'COMMITMENT_RECORDED', body: { contains: `"import":"${id}"` } },
  })
  expect(entries).toBe(450)
  expect((await verifyLedger(system)).fault).toBeNull()
})
