// The progress of a capture job: what the worker records as it goes through its steps.

import type { CaptureFailure } from '#engines/fetching/faults.ts'
import { authorize } from '#lib/access.ts'
import { unscopedDropOriginal, unscopedStoreOriginal } from '#lib/articles/originals.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { unfinishedCaptures } from '#lib/captures/rules.ts'
import { db, type Prisma } from '#lib/database/client.ts'

type Attempt = { id: string; attempt: number }
type Progress = Prisma.CaptureUncheckedUpdateManyInput

/**
 * Records how far the worker came with one attempt. False when that attempt is no longer wanted: it was cancelled,
 * or begun again, or discarded.
 */
export async function recordProgress(viewer: Viewer, capture: Attempt, progress: Progress): Promise<boolean> {
  authorize(viewer, 'capture.run', 'any')
  const { count } = await db.capture.updateMany({
    where: { ...capture, ...unfinishedCaptures },
    data: progress,
  })
  return count > 0
}

/** Records why an attempt failed. */
export async function recordFailure(
  viewer: Viewer,
  capture: Attempt,
  failure: CaptureFailure,
  now = new Date(),
): Promise<void> {
  const { fault, detail, retryAfter } = failure
  const retryAt = retryAfter === null ? null : new Date(now.getTime() + retryAfter * 1000)
  await recordProgress(viewer, capture, {
    failedAt: now,
    fault,
    detail,
    retryAt,
  })
}

/** Keeps the bytes that were fetched for an attempt, with the answer that brought them. */
export async function recordBytes(
  viewer: Viewer,
  capture: Attempt,
  bytes: Uint8Array,
  progress: Progress,
): Promise<boolean> {
  authorize(viewer, 'capture.run', 'any')
  return db.$transaction(async (tx) => {
    const originalSha256 = await unscopedStoreOriginal(tx, bytes)
    const { count } = await tx.capture.updateMany({
      where: { ...capture, ...unfinishedCaptures },
      data: { ...progress, originalSha256 },
    })
    if (count === 0) await unscopedDropOriginal(tx, originalSha256)
    return count > 0
  })
}
