// The capture job: the worker fetches a page, extracts its text, and leaves it for a person to check.

import { extractorVersion } from '#engines/extraction/version.ts'
import { CaptureFailure } from '#engines/fetching/faults.ts'
import { authorize } from '#lib/access.ts'
import { unscopedOriginalBytes } from '#lib/articles/originals.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { recordBytes, recordFailure, recordProgress } from '#lib/captures/progress.ts'
import { db } from '#lib/database/client.ts'
import { log } from '#lib/log.ts'
import { type Adapters, web } from '#lib/web.ts'

const lookEveryMs = 300

/**
 * Takes a capture through its steps. Whatever goes wrong is recorded in it, in words; run again after a crash, it
 * starts from the first step. A capture that is over, cancelled or gone is left alone.
 */
export async function runCapture(viewer: Viewer, id: string, adapters: Adapters = web): Promise<void> {
  authorize(viewer, 'capture.run', 'any')
  const capture = await db.capture.findUnique({ where: { id }, select: wanted })
  if (!capture) return
  const { attempt, method, address, contentType } = capture
  const own = { id, attempt }
  const cancelling = whenUnwanted(own)
  const { signal } = cancelling
  try {
    let taken = { contentType, address, bytes: new Uint8Array() as Uint8Array }
    if (method === 'ADDRESS') {
      if (!(await recordProgress(viewer, own, { fetchingAt: new Date() }))) return
      const fetched = await adapters.fetchPage(address ?? '', { signal })
      const { hops, headers, address: finalAddress } = fetched
      const answer = { finalAddress, hops, headers }
      const progress = { answer, contentType: fetched.contentType, readingAt: new Date() }
      if (!(await recordBytes(viewer, own, fetched.bytes, progress))) return
      taken = { contentType: fetched.contentType, address: finalAddress, bytes: fetched.bytes }
    } else {
      if (!(await recordProgress(viewer, own, { readingAt: new Date() }))) return
      taken.bytes = await unscopedOriginalBytes(capture.originalSha256 ?? '')
      // A site may call its PDF anything; whoever uploads a file should hear that it is not what its name says.
      if (method === 'UPLOADED' && isPdf(taken.bytes) && contentType !== 'application/pdf')
        throw new CaptureFailure('file-lies', { detail: 'It is a PDF.' })
    }
    const { bytes, ...about } = taken
    const reading = await adapters.readBytes(bytes, about, { signal })
    await recordProgress(viewer, own, { readAt: new Date(), reading: { ...reading, extractorVersion } })
  } catch (error) {
    await recordFailure(viewer, own, failureOf(error, id))
  } finally {
    cancelling.stop()
  }
}

const wanted = {
  attempt: true,
  method: true,
  address: true,
  contentType: true,
  originalSha256: true,
} as const

/** Aborts when the capture is cancelled, begun again or discarded while its attempt runs. */
function whenUnwanted(own: { id: string; attempt: number }) {
  const aborting = new AbortController()
  const timer = setInterval(() => {
    db.capture
      .count({ where: { ...own, cancelledAt: null } })
      .then((count) => count || aborting.abort())
      .catch(() => undefined) // the database is away: the next question tells
  }, lookEveryMs)
  return { signal: aborting.signal, stop: () => clearInterval(timer) }
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-')
}

function failureOf(error: unknown, id: string): CaptureFailure {
  if (error instanceof CaptureFailure) return error
  log.error({ err: error, capture: id }, 'a capture failed on our side')
  return new CaptureFailure('our-side')
}
