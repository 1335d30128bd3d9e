// What there is to cite: a commitment as it stood by both clocks, and a source with its archived copy.

import type { Viewer } from '#lib/auth/viewer.ts'
import type { Cited } from '#lib/citations/rules.ts'
import { getCommitment } from '#lib/commitments/read.ts'
import { type Clocks, dateInWords, dayOf } from '#lib/dates.ts'
import { env } from '#lib/env.ts'
import { getArticle } from '#lib/excerpts/read.ts'
import { say } from '#lib/languages.ts'
import { inForce } from '#lib/progress/rules.ts'
import { statuses } from '#lib/updates/rules.ts'

/** A commitment's page, cited with both clocks set, so that the address shows for ever what was read. Throws NotFound. */
export async function citeCommitment(viewer: Viewer, clocks: Clocks, ref: string): Promise<Cited> {
  const found = await getCommitment(viewer, clocks, ref)
  const title = say(found.title, 'en').text
  const overall = inForce(found.updates).overall?.status
  const status = overall ? statuses[overall].word.en.toLowerCase() : 'no update yet'
  return {
    key: `${found.ref.toLowerCase()}-${clocks.on}`,
    title: `${title} (${found.ref}): ${status}, as of ${dateInWords(clocks.on)}`,
    author: null,
    publisher: 'Followthrough',
    issued: null,
    address: `${env().BASE_URL}/commitments/${found.ref}?on=${clocks.on}&known=${clocks.known.toISOString()}`,
    accessed: dayOf(new Date()),
    archived: null,
    language: 'en',
  }
}

/** A source, with the copy archived here. Throws NotFound. */
export async function citeArticle(viewer: Viewer, id: string): Promise<Cited> {
  const { title, author, publisher, publishedOn, publishedPrecision, address, language, snapshots } =
    await getArticle(viewer, id)
  const here = `${env().BASE_URL}/articles/${id}`
  const [newest] = snapshots
  return {
    key: `article-${id.replaceAll('_', '-')}`,
    title,
    author: author ?? publisher,
    publisher,
    issued: publishedOn ? { day: publishedOn, precision: publishedPrecision } : null,
    address: address ?? here,
    accessed: dayOf(newest?.takenAt ?? new Date()),
    archived: newest ? { address: here, sha256: newest.textSha256 } : null,
    language,
  }
}
