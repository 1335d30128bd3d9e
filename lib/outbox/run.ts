// The job that sends an e-mail (SMTP): to the one mail server of the settings, and to no other place.

import { createTransport } from 'nodemailer'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { mailEnv } from '#lib/env.ts'
import { openMessageLink } from '#lib/outbox/post.ts'
import { nextTry, withLink } from '#lib/outbox/rules.ts'
import { enqueue } from '#lib/queue.ts'

const patience = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
  dnsTimeout: 10_000,
}

/**
 * Sends a kept message once, and forgets its link. What fails says why on it and is tried again later. A crash
 * between the server's yes and ours sends it twice, with the same Message-ID.
 */
export async function sendMessage(viewer: Viewer, id: string, now = new Date()): Promise<void> {
  authorize(viewer, 'message.send', 'any')
  const { SMTP_URL } = mailEnv()
  const message = await db.message.findUnique({ where: { id } })
  if (!SMTP_URL || !message || message.sentAt) return
  const link = await openMessageLink(message, now)
  const attempts = message.attempts + 1
  try {
    if (message.linkEndsAt && !link) throw new Lapsed()
    await deliver(SMTP_URL, id, {
      to: message.to,
      subject: message.subject,
      text: withLink(message.text, link),
    })
  } catch (error) {
    const again = error instanceof Lapsed ? null : nextTry(attempts, codeOf(error), now)
    await db.$transaction(async (tx) => {
      await tx.message.update({ where: { id }, data: { attempts, failedAt: now, fault: inWords(error) } })
      if (again) await enqueue(tx, 'mail', { id }, { runAt: again })
    })
    return
  }
  const data = { attempts, sentAt: now, link: null, fault: null, failedAt: null }
  await db.message.update({ where: { id }, data })
}

class Lapsed extends Error {
  constructor() {
    super('Its link ran out before it could be sent.')
  }
}

async function deliver(url: string, id: string, letter: { to: string; subject: string; text: string }) {
  const { hostname, username } = new URL(url)
  const isHere = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
  const transport = createTransport({
    url,
    ...patience,
    // A password for the mail server does not cross the network in the clear.
    requireTLS: username !== '' && !isHere,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    const host = new URL(mailEnv().BASE_URL).hostname
    const from = { name: 'Followthrough', address: mailEnv().MAIL_FROM ?? `followthrough@${host}` }
    const headers = { 'Auto-Submitted': 'auto-generated' }
    const to = { name: '', address: letter.to }
    await transport.sendMail({ ...letter, to, from, headers, messageId: `<${id}@${host}>` })
  } finally {
    transport.close()
  }
}

function codeOf(error: unknown): number | undefined {
  return error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number'
    ? error.responseCode
    : undefined
}

function inWords(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 300)
}
