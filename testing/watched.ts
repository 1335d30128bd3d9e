// Articles captured from pages of a site on this machine, for the tests of live checks.

import { readBytes } from '#engines/extraction/sandbox.ts'
import { openOrPrivate } from '#engines/fetching/addresses.ts'
import { fetchPage } from '#engines/fetching/fetch.ts'
import { forgetPoliteness } from '#engines/fetching/politeness.ts'
import { system } from '#lib/auth/viewer.ts'
import { CaptureInput, KeepInput } from '#lib/captures/input.ts'
import { getCapture } from '#lib/captures/read.ts'
import { runCapture } from '#lib/captures/run.ts'
import { keepCapture, startCapture } from '#lib/captures/write.ts'
import { ExcerptInput } from '#lib/excerpts/input.ts'
import { quoteExcerpt } from '#lib/excerpts/write.ts'
import { getLiveCheck } from '#lib/live-checks/read.ts'
import { runLiveCheck } from '#lib/live-checks/run.ts'
import type { Adapters } from '#lib/web.ts'
import { makeMember } from '#testing/make.ts'
import { newsPage, openSite } from '#testing/site.ts'

export const title = 'Talks on harbour lights'
export const before =
  'Officials of both sides met in Geneva on Tuesday and spoke for four hours about what had been promised.'
export const exact =
  'They launched a working group on harbour lights, and said that it would meet every three months from now on.'

const outside = { reach: openOrPrivate, resolve: async () => ['127.0.0.1'], userAgent: 'test' }
export const adapters: Adapters = {
  fetchPage: (address, options) => fetchPage(address, { ...options, outside }),
  readBytes,
}

/** A site, and a maker of articles captured from a page of their own there, with one excerpt each. */
export async function openWatched() {
  const site = await openSite({})
  let pages = 0
  async function archived() {
    forgetPoliteness()
    const path = `/story-${pages++}`
    site.pages[path] = newsPage({ title, paragraphs: [before, exact] })
    const analyst = await makeMember('ANALYST')
    const input = CaptureInput.parse({ way: 'address', address: `${site.origin}${path}` })
    const begun = await startCapture(analyst, input)
    const id = 'captureId' in begun ? begun.captureId : ''
    await runCapture(system, id, adapters)
    const { values } = await getCapture(analyst, id)
    const { articleId, snapshotId } = await keepCapture(analyst, KeepInput.parse({ ...values, id }))
    await quoteExcerpt(analyst, ExcerptInput.parse({ snapshotId, exact }))
    const check = async () => {
      await runLiveCheck(system, articleId, adapters)
      return (await getLiveCheck(analyst, articleId)).check
    }
    return { analyst, path, articleId, snapshotId, check }
  }
  return { site, archived }
}
