// Request memoisation (React cache): a commitment is read once for its page and its metadata.

import { cache } from 'react'
import { currentViewer } from '#app/current-viewer.ts'
import { missing } from '#app/not-found-page.tsx'
import { getCommitment } from '#lib/commitments/read.ts'
import type { Clocks } from '#lib/dates.ts'

// By its values, so that a page and its metadata ask once.
const once = cache(async (ref: string, on: string, known: number, isNow: boolean) =>
  getCommitment(await currentViewer(), { on, known: new Date(known), isNow }, ref).catch(missing),
)

/** The commitment of an address at the two clocks, once for each request; null where there is none. */
export const requestedCommitment = (ref: string, { on, known, isNow }: Clocks) =>
  once(ref, on, known.getTime(), isNow)
