import { expect, test } from 'vitest'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { limits } from '#lib/rate-limits.ts'
import { DecisionInput, ReportInput } from '#lib/reports/input.ts'
import { countOpenReports, listReports } from '#lib/reports/read.ts'
import { decideReport, sendReport } from '#lib/reports/write.ts'
import { makeCommitment, makeMember } from '#testing/make.ts'

const visitor: Viewer = { kind: 'visitor' }
let made = 0
const from = (sender = `198.51.100.${++made}`) => ({ language: 'zh' as const, sender })
const reported = (ref: string, more: object = {}) =>
  ReportInput('en').parse({ ref, text: `Wrong ${++made}.`, contact: 'reader@example.org', ...more })

test('a visitor’s report waits for reviewers, who see the page it is about, and one decision closes it', async () => {
  const { ref, reviewer } = await makeCommitment()
  const analyst = await makeMember('ANALYST')
  const input = reported(ref, { on: '2024-05-14', known: '2024-05-20' })
  const before = await countOpenReports(reviewer)
  const sent = await sendReport(visitor, input, from())
  const id = 'id' in sent ? sent.id : ''
  expect(await countOpenReports(reviewer)).toBe(before + 1)
  const [row] = (await listReports(reviewer, { isOpen: true, page: 1 })).rows.filter((each) => each.id === id)
  expect(row).toMatchObject({
    ref,
    text: input.text,
    contact: 'reader@example.org',
    address: `/zh/commitments/${ref}?on=2024-05-14&known=2024-05-20`,
  })
  await expect(listReports(analyst, { isOpen: true, page: 1 })).rejects.toThrow('Your role')
  await expect(listReports(visitor, { isOpen: true, page: 1 })).rejects.toThrow('Your role')
  await expect(decideReport(analyst, { id, outcome: 'RESOLVED', note: null })).rejects.toThrow('Your role')
  await decideReport(reviewer, { id, outcome: 'DISMISSED', note: 'The source says so.' })
  await expect(decideReport(reviewer, { id, outcome: 'RESOLVED', note: null })).rejects.toThrow('meanwhile')
  const decided = await db.report.findUniqueOrThrow({ where: { id } })
  expect(decided).toMatchObject({ outcome: 'DISMISSED', note: 'The source says so.', contact: null })
  expect(await countOpenReports(reviewer)).toBe(before)
})

test('the note of a decision is the one beside its report', () => {
  const sent = { id: 'a', outcome: 'RESOLVED', notes: { a: ' Corrected. ', b: 'Of another.' } }
  expect(DecisionInput.parse(sent)).toEqual({ id: 'a', outcome: 'RESOLVED', note: 'Corrected.' })
  expect(DecisionInput.parse({ id: 'a', outcome: 'DISMISSED' }).note).toBeNull()
  const long = DecisionInput.safeParse({ ...sent, notes: { a: 'x'.repeat(1_001) } })
  expect(long.error?.issues[0]?.path).toEqual(['notes', 'a'])
})

test('the same words about the same commitment are one report, also when they are sent at once', async () => {
  const { ref } = await makeCommitment()
  const input = reported(ref)
  const where = from()
  const sent = await Promise.all([1, 2, 3].map(() => sendReport(visitor, input, where)))
  expect(new Set(sent.map((each) => ('id' in each ? each.id : each.waitMinutes))).size).toBe(1)
  expect(await sendReport(visitor, input, where)).toEqual(sent[0])
  await expect(sendReport(visitor, reported('NOWHERE-1'), from())).rejects.toThrow('no such commitment')
})

test('one network sends a few reports an hour; its neighbour and the next hour are free', async () => {
  const { ref } = await makeCommitment()
  const now = new Date()
  const send = (sender: string, at = now) => sendReport(visitor, reported(ref), from(sender), at)
  // Addresses of one /64 are one network.
  for (let nth = 0; nth < limits.report.most; nth++)
    expect(await send(`2001:db8:1:2::${nth + 1}`)).toHaveProperty('id')
  const halfAnHour = new Date(now.getTime() + 30 * 60_000)
  expect(await send('2001:db8:1:2:ffff::1', halfAnHour)).toEqual({ waitMinutes: 30 })
  expect(await send('2001:db8:1:3::1')).toHaveProperty('id')
  expect(await send('2001:db8:1:2::1', new Date(now.getTime() + 61 * 60_000))).toHaveProperty('id')
})

test('what cannot be taken is said in the reader’s language, and a trap that is filled in is said as well', () => {
  const faults = (language: 'en' | 'zh', values: object) =>
    ReportInput(language)
      .safeParse({ ref: 'A-1', text: 'Wrong.', contact: '', ...values })
      .error?.issues.map(({ path, message }) => [path.join('.'), message])
  expect(faults('en', {})).toBeUndefined()
  expect(faults('zh', { text: '  ' })).toEqual([['text', '请写明错在哪里。']])
  expect(faults('en', { text: 'x'.repeat(4_001) })).toEqual([['text', 'Keep it within 4,000 characters.']])
  expect(faults('en', { text: 'a\0b' })?.[0]?.[0]).toBe('text')
  expect(faults('en', { text: 'a\u202eb' })?.[0]?.[0]).toBe('text')
  expect(faults('en', { trap: 'http://spam.example' })?.[0]?.[0]).toBe('trap')
  expect(faults('en', { on: 'yesterday\0' })).toBeUndefined()
})
