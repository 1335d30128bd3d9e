// Request memoisation (React cache): a summit is read once for its page and its metadata.

import { cache } from 'react'
import { currentViewer } from '#app/current-viewer.ts'
import { missing } from '#app/not-found-page.tsx'
import type { Clocks } from '#lib/dates.ts'
import { getSummit } from '#lib/summits/read.ts'

// By its values, so that a page and its metadata ask once.
const once = cache(async (slug: string, on: string, known: number, isNow: boolean) =>
  getSummit(await currentViewer(), { on, known: new Date(known), isNow }, slug).catch(missing),
)

/** The summit of an address at the two clocks, once for each request; null where there is none. */
export const requestedSummit = (slug: string, { on, known, isNow }: Clocks) =>
  once(slug, on, known.getTime(), isNow)
