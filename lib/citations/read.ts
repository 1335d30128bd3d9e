// What there is to cite: a commitment as it stood by both clocks, and a source with its archived copy.

import type { Viewer } from '#lib/auth/viewer.ts'
import type { Cited } from '#lib/citations/rules.ts'
import { getCommitment } from '#lib/commitments/read.ts'
import { type Clocks, dateInWords, dayOf } from '#lib/dates.ts'
import { env } from '#lib/env.ts'
import { getArticle } from '#lib/excerpts/read.ts'
import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { inForce } from '#lib/progress/rules.ts'
import { getSummit } from '#lib/summits/read.ts'
import { statuses } from '#lib/updates/rules.ts'

// Addresses without a language, so that each reader is led to their own.
const addressOf = (path: string, { on, known }: Clocks) =>
  `${env().BASE_URL}${path}?on=${on}&known=${known.toISOString()}`

/** A commitment's page, cited with both clocks set, so that the address shows for ever what was read. Throws NotFound. */
export async function citeCommitment(
  viewer: Viewer,
  clocks: Clocks,
  ref: string,
  language: Language,
): Promise<Cited> {
  const t = wordsOf(language, 'citations')
  const found = await getCommitment(viewer, clocks, ref)
  const overall = inForce(found.updates).overall?.status
  const word = overall ? statuses[overall].word[language] : t('noUpdate')
  const said = {
    title: say(found.title, language).text,
    ref: found.ref,
    status: language === 'en' ? word.toLowerCase() : word,
    on: dateInWords(clocks.on, 'DAY', language),
  }
  return {
    key: `${found.ref.toLowerCase()}-${clocks.on}`,
    title: t('asOf', said),
    author: null,
    publisher: 'Followthrough',
    issued: null,
    address: addressOf(`/commitments/${found.ref}`, clocks),
    // The day whose knowledge it shows: a citation of the past stays the same.
    accessed: dayOf(clocks.known),
    archived: null,
    language,
  }
}

/** A summit's page, by both clocks as well. Throws NotFound. */
export async function citeSummit(
  viewer: Viewer,
  clocks: Clocks,
  slug: string,
  language: Language,
): Promise<Cited> {
  const found = await getSummit(viewer, clocks, slug)
  const name = say(found.name, language).text
  const on = dateInWords(clocks.on, 'DAY', language)
  return {
    key: `${found.slug}-${clocks.on}`,
    title: wordsOf(language, 'citations')('summitAsOf', { name, on }),
    author: null,
    publisher: 'Followthrough',
    issued: null,
    address: addressOf(`/summits/${found.slug}`, clocks),
    accessed: dayOf(clocks.known),
    archived: null,
    language,
  }
}

/** A source, with the copy that was archived here at the clock. Throws NotFound. */
export async function citeArticle(viewer: Viewer, clocks: Clocks, id: string): Promise<Cited> {
  const { title, author, publisher, publishedOn, publishedPrecision, address, language, snapshots } =
    await getArticle(viewer, id, clocks)
  const here = addressOf(`/articles/${id}`, clocks)
  const [newest] = snapshots
  return {
    key: `article-${id.replaceAll('_', '-')}`,
    title,
    author: author ?? publisher,
    publisher,
    issued: publishedOn ? { day: publishedOn, precision: publishedPrecision } : null,
    address: address ?? here,
    accessed: dayOf(newest?.takenAt ?? clocks.known),
    archived: newest ? { address: here, sha256: newest.textSha256 } : null,
    language,
  }
}
