// Sends an e-mail of the outbox again.

import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import { isMailSetUp } from '#lib/outbox/post.ts'
import { enqueue } from '#lib/queue.ts'

/** Queues a message that was not sent yet: one that failed, or one that waited for a mail server. */
export async function resendMessage(viewer: Member, id: string): Promise<string> {
  authorize(viewer, 'message.resend', 'any')
  if (!isMailSetUp()) throw new Conflict('No mail server is set up: pass the message on by hand.')
  const message = await db.message.findUnique({ where: { id }, select: { sentAt: true } })
  if (!message) throw new NotFound('message')
  if (message.sentAt) throw new Conflict('This message has been sent meanwhile.')
  await db.$transaction((tx) => enqueue(tx, 'mail', { id }))
  return id
}
