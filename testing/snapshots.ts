// A further snapshot of an article, pasted: what a capture kept on it does, without a capture.

import { canonicalText, pasteVersion } from '#engines/extraction/paste.ts'
import { unscopedStoreOriginal } from '#lib/articles/originals.ts'
import { archiveText } from '#lib/articles/write.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'

export function makeSnapshot(
  viewer: Member,
  { articleId, text }: { articleId: string; text: string },
  now = new Date(),
): Promise<{ articleId: string; snapshotId: string }> {
  return db.$transaction(async (tx) => {
    const taken = {
      method: 'PASTED' as const,
      bytesSha256: await unscopedStoreOriginal(tx, new TextEncoder().encode(text)),
      text: canonicalText(text),
      layout: null,
      extractorVersion: pasteVersion,
    }
    return { articleId, snapshotId: await archiveText(viewer, tx, articleId, taken, now) }
  })
}
