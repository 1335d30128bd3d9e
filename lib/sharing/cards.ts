// The texts of link previews (Open Graph images), at the two clocks and in the reader's language.

import type { Viewer } from '#lib/auth/viewer.ts'
import { getCommitment } from '#lib/commitments/read.ts'
import { type Clocks, dateInWords } from '#lib/dates.ts'
import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { getSiteProgress } from '#lib/progress/read.ts'
import { spansOf } from '#lib/progress/ribbon.ts'
import { commitmentInWords, inForce, tallyInWords, tallyOf } from '#lib/progress/rules.ts'
import type { Card } from '#lib/sharing/card.ts'
import { getSummit } from '#lib/summits/read.ts'
import { noUpdate, statuses } from '#lib/updates/rules.ts'

const asOf = ({ on }: Clocks, language: Language) =>
  wordsOf(language, 'sharing')('cardAsOf', { on: dateInWords(on, 'DAY', language) })

/** Throws NotFound. */
export async function cardOfCommitment(
  viewer: Viewer,
  clocks: Clocks,
  language: Language,
  ref: string,
): Promise<Card> {
  const found = await getCommitment(viewer, clocks, ref)
  const status = inForce(found.updates).overall?.status ?? null
  return {
    above: `${say(found.summit.name, language).text} · ${found.ref} · ${say(found.area.name, language).text}`,
    title: say(found.title, language).text,
    status: { status, word: status ? statuses[status].word[language] : noUpdate[language] },
    said: commitmentInWords(found, clocks, language),
    asOf: asOf(clocks, language),
    drawn: { spans: spansOf(found.madeOn, clocks.on, found.updates) },
  }
}

/** Throws NotFound. */
export async function cardOfSummit(
  viewer: Viewer,
  clocks: Clocks,
  language: Language,
  slug: string,
): Promise<Card> {
  const { name, place, startsOn, lines } = await getSummit(viewer, clocks, slug)
  const tally = tallyOf(lines.map(({ updates }) => inForce(updates).overall?.status ?? null))
  return {
    above: `${say(place, language).text} · ${dateInWords(startsOn, 'DAY', language)}`,
    title: say(name, language).text,
    status: null,
    said: tallyInWords(tally, language),
    asOf: asOf(clocks, language),
    drawn: { tally },
  }
}

export async function cardOfSite(viewer: Viewer, clocks: Clocks, language: Language): Promise<Card> {
  const { overall } = await getSiteProgress(viewer, clocks)
  return {
    above: 'Followthrough',
    title: wordsOf(language, 'sharing')('worldTitle'),
    status: null,
    said: tallyInWords(overall, language),
    asOf: asOf(clocks, language),
    drawn: { tally: overall },
  }
}
