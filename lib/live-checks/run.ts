// The live-check job: fetches an article's live page in the worker and compares it.
// What is archived never changes by it.

import { extractorVersion } from '#engines/extraction/version.ts'
import { CaptureFailure } from '#engines/fetching/faults.ts'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { excerptOutcomes, isStillThere, shareKept } from '#lib/live-checks/compare.ts'
import { archivedSnapshots } from '#lib/live-checks/read.ts'
import { outcomeOfFault, outcomeOfText } from '#lib/live-checks/rules.ts'
import { recordLiveCheck } from '#lib/live-checks/write.ts'
import { log } from '#lib/log.ts'
import { type Adapters, web } from '#lib/web.ts'

/** Fetches, reads and compares, and records what was found. An article without address or archived text is left alone. */
export async function runLiveCheck(
  viewer: Viewer,
  articleId: string,
  adapters: Adapters = web,
): Promise<void> {
  authorize(viewer, 'liveCheck.run', 'any')
  const select = { address: true, snapshots: archivedSnapshots }
  const article = await db.article.findUnique({ where: { id: articleId }, select })
  const [newest] = article?.snapshots ?? []
  if (!article?.address || !newest) return
  // Dated by its beginning: what is archived while it runs is newer than what it is compared with.
  const at = new Date()
  try {
    const fetched = await adapters.fetchPage(article.address)
    const { bytes, contentType, address: finalAddress } = fetched
    const { text } = await adapters.readBytes(bytes, { contentType, address: finalAddress })
    const outcomes = excerptOutcomes(article.snapshots, text)
    const isEqual = text === newest.text
    const outcome = outcomeOfText({
      isEqual,
      isOtherReading: newest.method === 'PASTED' || newest.extractorVersion !== extractorVersion,
      quotes: outcomes.length,
      held: outcomes.filter(isStillThere).length,
      kept: isEqual ? 1 : shareKept(newest.text, text),
      shrunkTo: text.length / newest.text.length,
    })
    await recordLiveCheck(viewer, articleId, { outcome, text, bytes, contentType, finalAddress }, at)
  } catch (error) {
    const failure = error instanceof CaptureFailure ? error : new CaptureFailure('our-side')
    if (!(error instanceof CaptureFailure))
      log.error({ err: error, article: articleId }, 'a check failed on our side')
    await recordLiveCheck(viewer, articleId, { outcome: outcomeOfFault(failure.fault), failure }, at)
  }
}
