// Looks at the live page of an article in the worker. Nothing about what is archived ever changes by it.

import { authorize } from '#lib/access.ts'
import { CaptureFailure } from '#lib/articles/faults.ts'
import { fetchPage } from '#lib/articles/fetch.ts'
import { readBytes } from '#lib/articles/reader.ts'
import { extractorVersion } from '#lib/articles/version.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Doors } from '#lib/captures/run.ts'
import { db } from '#lib/db.ts'
import { standing } from '#lib/excerpts/moves.ts'
import { log } from '#lib/log.ts'
import { outcomeOfFault, outcomeOfText } from '#lib/looks/rules.ts'
import { recordLook } from '#lib/looks/write.ts'

/** Fetches, reads and compares, and records what was found. An article without address or archived text is left alone. */
export async function lookAt(
  viewer: Viewer,
  articleId: string,
  doors: Doors = { fetchPage, readBytes },
): Promise<void> {
  authorize(viewer, 'look.run', 'any')
  const article = await db.article.findUnique({
    where: { id: articleId },
    select: { address: true, snapshots: { orderBy: { takenAt: 'desc' }, take: 1, select: newest } },
  })
  const [snapshot] = article?.snapshots ?? []
  if (!article?.address || !snapshot) return
  try {
    const fetched = await doors.fetchPage(article.address)
    const { bytes, contentType, address: finalAddress } = fetched
    const { text } = await doors.readBytes(bytes, { contentType, address: finalAddress })
    const fates = standing(snapshot.excerpts, text, snapshot.text)
    const held = fates.filter(({ fate }) => fate === 'stands' || fate === 'moves').length
    const outcome = outcomeOfText(snapshot.text, text, held, fates.length)
    // Another program, or a person's clipboard, reads the same page a little otherwise: then only the quotes tell.
    const isOtherReading = snapshot.method === 'PASTED' || snapshot.extractorVersion !== extractorVersion
    const isSame = outcome === 'SAME' || (isOtherReading && fates.length > 0 && held === fates.length)
    const seen = isSame ? { outcome: 'SAME' as const } : { outcome, text, bytes, contentType }
    await recordLook(viewer, articleId, { ...seen, finalAddress })
  } catch (error) {
    const failure = error instanceof CaptureFailure ? error : new CaptureFailure('our-side')
    if (!(error instanceof CaptureFailure))
      log.error({ err: error, article: articleId }, 'a look failed on our side')
    await recordLook(viewer, articleId, { outcome: outcomeOfFault(failure.fault), failure })
  }
}

const newest = {
  text: true,
  method: true,
  extractorVersion: true,
  excerpts: { select: { id: true, exact: true, prefix: true, suffix: true, start: true, end: true } },
} as const
