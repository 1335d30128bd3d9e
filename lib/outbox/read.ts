// Reads the outbox of e-mails, newest first.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { openMessageLink } from '#lib/outbox/post.ts'
import { withLink } from '#lib/outbox/rules.ts'

const pageSize = 20

/** One page of messages in full, each with its link for as long as that works and has not been sent. */
export async function listMessages(viewer: Viewer, page: number, now = new Date()) {
  authorize(viewer, 'message.read', 'any')
  const [kept, count] = await Promise.all([
    db.message.findMany({
      orderBy: [{ writtenAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    db.message.count(),
  ])
  const rows = await Promise.all(
    kept.map(async ({ link, linkEndsAt, text, ...rest }) => {
      const address = await openMessageLink({ link, linkEndsAt }, now)
      return {
        ...rest,
        text: withLink(text, address),
        isSendable: !rest.sentAt && (!linkEndsAt || address !== null),
      }
    }),
  )
  return { rows, count, pages: Math.max(1, Math.ceil(count / pageSize)) }
}
