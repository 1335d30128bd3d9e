// Another process of the product's: publishes an update each time it is told to, and says when that was acknowledged.

import { db } from '#lib/database/client.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { submitDraft } from '#lib/review/write.ts'
import { makeDraft } from '#testing/make.ts'

/** `at` in milliseconds since 1970, with fractions. */
export type Published = { headline: string; at: number }

process.channel?.ref()
process.on('message', async (ref: string) => {
  const { id: commitmentId } = await db.commitment.findUniqueOrThrow({ where: { ref }, select: { id: true } })
  const { id, claim, author, reviewer } = await makeDraft({ commitmentId })
  await submitDraft(author, { id, version: 1 })
  await publishDraft(reviewer, { id, version: 2 })
  const published: Published = { headline: claim.headline.en, at: performance.timeOrigin + performance.now() }
  process.send?.(published)
})
process.on('SIGTERM', () => process.exit(0))
process.send?.({ port: 0 })
