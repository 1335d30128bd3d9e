// The transactional outbox: an e-mail is put there in the transaction that makes it needed.
// Nothing is sent that is not kept there first.

import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type { Tx } from '#lib/database/client.ts'
import { env, mailEnv } from '#lib/env.ts'
import type { MessageDraft } from '#lib/outbox/rules.ts'
import { enqueue } from '#lib/queue.ts'

/** Whether messages leave the house by themselves. */
export function isMailSetUp(): boolean {
  return mailEnv().SMTP_URL !== undefined
}

/**
 * Keeps a message, and queues it where mail is set up. `path` is the link without its host, which is always ours. To
 * whom one may write is the question of the verb in whose transaction it happens.
 */
export async function unscopedQueueMessage(
  tx: Tx,
  to: string,
  { subject, text }: MessageDraft,
  link: { path: string; endsAt: Date } | null,
  now: Date,
): Promise<void> {
  await tx.message.updateMany({
    where: { link: { not: null }, linkEndsAt: { lt: now } },
    data: { link: null },
  })
  const sealed = link && (await symmetricEncrypt({ key: env().AUTH_SECRET, data: link.path }))
  const data = { to, subject, text, link: sealed, linkEndsAt: link?.endsAt ?? null, writtenAt: now }
  const { id } = await tx.message.create({ data, select: { id: true } })
  if (isMailSetUp()) await enqueue(tx, 'mail', { id })
}

/** The whole address that a kept link stands for; null once it was forgotten or has run out. */
export async function openMessageLink(
  message: { link: string | null; linkEndsAt: Date | null },
  now: Date,
): Promise<string | null> {
  if (!message.link || !message.linkEndsAt || message.linkEndsAt <= now) return null
  // Sealed with another secret, as after a restore elsewhere: then it is lost, and the page still answers.
  const path = await symmetricDecrypt({ key: env().AUTH_SECRET, data: message.link }).catch(() => null)
  return path && `${env().BASE_URL}${path}`
}
