import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { system, visitor } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { openMessageLink, unscopedQueueMessage } from '#lib/outbox/post.ts'
import { listMessages } from '#lib/outbox/read.ts'
import { messageTexts } from '#lib/outbox/rules.ts'
import { sendMessage } from '#lib/outbox/run.ts'
import { resendMessage } from '#lib/outbox/write.ts'
import { makeMember } from '#testing/make.ts'

const hour = 3_600_000
let refusal: { code: number; words: string } | null = null
let received: { from: string; to: string[]; raw: string }[] = []

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo(_address, _session, done) {
    done(refusal ? Object.assign(new Error(refusal.words), { responseCode: refusal.code }) : null)
  },
  onData(stream, session, done) {
    let raw = ''
    stream.on('data', (chunk: Buffer) => {
      raw += chunk.toString()
    })
    stream.on('end', () => {
      const { mailFrom, rcptTo } = session.envelope
      received.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map((each) => each.address), raw })
      done()
    })
  },
})

beforeAll(async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const listening = server.listen(0, '127.0.0.1', () => resolve())
  await promise
  const address = listening.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  process.env.SMTP_URL = `smtp://127.0.0.1:${address.port}`
})
afterAll(() => new Promise<void>((resolve) => server.close(resolve)))
beforeEach(() => {
  refusal = null
  received = []
})

async function written(to = 'ana@example.org', now = new Date()) {
  const endsAt = new Date(now.getTime() + hour)
  await db.$transaction((tx) =>
    unscopedQueueMessage(
      tx,
      to,
      messageTexts.reset({ endsAt }),
      { path: '/new-password?token=s3cret', endsAt },
      now,
    ),
  )
  return db.message.findFirstOrThrow({ where: { to }, orderBy: { writtenAt: 'desc' } })
}

const queued = async (id: string) =>
  db.$queryRaw<
    { count: number }[]
  >`SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE key = ${`mail:${id}`}`

test('a message is kept before it is sent, with its link sealed, and its link is forgotten once it is sent', async () => {
  const { id, link, text } = await written()
  expect([link, text].join()).not.toContain('s3cret')
  expect(await queued(id)).toEqual([{ count: 1 }])
  await sendMessage(system, id)
  await sendMessage(system, id)
  expect(received).toHaveLength(1)
  expect(received[0]).toMatchObject({ from: 'followthrough@localhost', to: ['ana@example.org'] })
  expect(received[0]?.raw).toContain('http://localhost:3000/new-password?token=3Ds3cret')
  expect(received[0]?.raw).toContain(`Message-ID: <${id}@localhost>`)
  expect(await db.message.findUnique({ where: { id } })).toMatchObject({
    link: null,
    fault: null,
    attempts: 1,
  })
})

test('a message that fails says why, waits to be tried again, and goes when it is', async () => {
  refusal = { code: 451, words: 'The mailbox is busy' }
  const { id } = await written('busy@example.org')
  await db.$executeRaw`SELECT graphile_worker.remove_job(${`mail:${id}`})`
  await sendMessage(system, id)
  const failed = await db.message.findUniqueOrThrow({ where: { id } })
  expect([failed.attempts, failed.fault, failed.sentAt]).toEqual([
    1,
    expect.stringContaining('mailbox is busy'),
    null,
  ])
  expect(await queued(id)).toEqual([{ count: 1 }])
  refusal = null
  await sendMessage(system, id)
  expect(received).toHaveLength(1)
  expect(await db.message.findUnique({ where: { id } })).toMatchObject({ fault: null, failedAt: null })
})

test('what the mail server refuses for good is not tried again by itself, but by an administrator', async () => {
  refusal = { code: 550, words: 'No such person' }
  const { id } = await written('gone@example.org')
  await db.$executeRaw`SELECT graphile_worker.remove_job(${`mail:${id}`})`
  await sendMessage(system, id)
  expect(await queued(id)).toEqual([{ count: 0 }])
  await expect(resendMessage(await makeMember('REVIEWER'), id)).rejects.toThrow('does not allow')
  await resendMessage(await makeMember('ADMIN'), id)
  expect(await queued(id)).toEqual([{ count: 1 }])
})

test('a message whose link has run out is not sent, and shows no link', async () => {
  const { id } = await written('late@example.org')
  const later = new Date(Date.now() + 2 * hour)
  await sendMessage(system, id, later)
  expect(received).toEqual([])
  const admin = await makeMember('ADMIN')
  const row = async (now: Date) => (await listMessages(admin, 1, now)).rows.find((each) => each.id === id)
  expect(await row(new Date())).toMatchObject({
    text: expect.stringContaining('token=s3cret'),
    isSendable: true,
  })
  expect(await row(later)).toMatchObject({ text: expect.not.stringContaining('token='), isSendable: false })
})

test('nobody but administrators reads the outbox, and nobody but the worker sends', async () => {
  await expect(listMessages(await makeMember('REVIEWER'), 1)).rejects.toThrow('does not allow')
  await expect(sendMessage(visitor, 'any')).rejects.toThrow('does not allow')
})

test.each([
  'ana@example.org\r\nBcc: eve@example.org',
  'ana@example.org, eve@example.org',
  '"x" <eve@example.org>, ana@example.org',
])('an address cannot bring in another one: %j', async (to) => {
  const { id } = await written(to)
  await sendMessage(system, id)
  expect(received.flatMap((each) => each.to)).not.toContain('eve@example.org')
  expect(received.map((each) => each.raw).join()).not.toMatch(/^Bcc:/m)
})

test('a link that another installation sealed is lost, and nothing breaks', async () => {
  expect(
    await openMessageLink({ link: 'abcdef', linkEndsAt: new Date(Date.now() + hour) }, new Date()),
  ).toBeNull()
})
