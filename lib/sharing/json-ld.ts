// JSON-LD of pages, in schema.org's words. A status is no fact check of a claim,
// so a commitment is a Report about its summit.

import type { CommitmentPage } from '#lib/commitments/read.ts'
import { type Clocks, edtf } from '#lib/dates.ts'
import { env } from '#lib/env.ts'
import type { ArticleView } from '#lib/excerpts/read.ts'
import { type Language, type Localised, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import type { SummitFacts } from '#lib/summits/read.ts'
import type { EvidenceLine, PublishedUpdate } from '#lib/updates/public.ts'

type Facts = 'title' | 'author' | 'publisher' | 'publishedOn' | 'publishedPrecision' | 'language' | 'kind'
type Article = Pick<ArticleView, Facts | 'id' | 'address'>

const schema = 'https://schema.org'
const mostSources = 50
const tagOf = (language: Language) => (language === 'zh' ? 'zh-Hans' : 'en')
const absolute = (path: string) => `${env().BASE_URL}${path}`
const publisher = () => ({ '@type': 'Organization', name: 'Followthrough', url: absolute('/') })

type Page = { language: Language; clocks: Clocks; said: string; href: (path: string) => string }

const report = ({ language, said }: Page, url: string, name: string) => ({
  '@context': schema,
  '@type': 'Report',
  '@id': url,
  url,
  headline: name,
  name,
  abstract: said,
  inLanguage: tagOf(language),
  isAccessibleForFree: true,
  publisher: publisher(),
})

/** A commitment's page: what it is about, by when, and the sources it cites. */
export function ldOfCommitment(found: CommitmentPage, history: PublishedUpdate[], page: Page) {
  const { language, clocks, href } = page
  const path = `/commitments/${found.ref}`
  const url = absolute(href(path))
  const published = history.map(({ publishedAt }) => publishedAt.getTime())
  const sources = new Map(history.flatMap(({ evidence }) => evidence.map((each) => [each.articleId, each])))
  const file = (format: string, encodingFormat: string) => ({
    '@type': 'MediaObject',
    contentUrl: absolute(href(`${path}/export/${format}`)),
    encodingFormat,
  })
  return {
    ...report(page, url, say(found.title, language).text),
    identifier: found.ref,
    datePublished: found.recordedAt.toISOString(),
    dateModified: new Date(Math.max(found.recordedAt.getTime(), ...published)).toISOString(),
    temporalCoverage: `${found.madeOn}/${clocks.on}`,
    about: {
      '@type': 'Event',
      name: say(found.summit.name, language).text,
      url: absolute(href(`/summits/${found.summit.slug}`)),
    },
    citation: [...sources.values()].slice(0, mostSources).map((each) => ldOfSource(each)),
    encoding: [file('json', 'application/json'), file('csv', 'text/csv')],
  }
}

const ldOfSource = ({
  articleId,
  title,
  publisher,
  publishedOn,
  precision,
  address,
  language,
}: EvidenceLine) => ({
  '@type': 'CreativeWork',
  name: title,
  inLanguage: language,
  url: address ?? absolute(`/articles/${articleId}`),
  ...(publisher ? { publisher: { '@type': 'Organization', name: publisher } } : {}),
  ...(publishedOn ? { datePublished: edtf(publishedOn, precision) } : {}),
})

/** A summit's page. */
export function ldOfSummit(summit: SummitFacts, page: Page) {
  const { language, clocks, href } = page
  const { slug, startsOn, endsOn } = summit
  const name = say(summit.name, language).text
  const party = (each: Localised) => ({ '@type': 'Organization', name: say(each, language).text })
  return {
    ...report(page, absolute(href(`/summits/${slug}`)), name),
    temporalCoverage: `${startsOn}/${clocks.on}`,
    about: {
      '@type': 'Event',
      name,
      startDate: startsOn,
      endDate: endsOn,
      location: { '@type': 'Place', name: say(summit.place, language).text },
      attendee: summit.parties.map((each) => party(each.name)),
    },
  }
}

/** The dashboard: the site, who publishes it, and how it is searched. */
export function ldOfSite(language: Language) {
  const url = absolute(`/${language}`)
  return {
    '@context': schema,
    '@type': 'WebSite',
    '@id': url,
    url,
    name: 'Followthrough',
    description: wordsOf(language, 'frame')('description'),
    inLanguage: tagOf(language),
    publisher: publisher(),
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${url}/search?q={words}` },
      'query-input': 'required name=words',
    },
  }
}

/** The page of a source: the work itself, and where its copy is archived. */
export function ldOfArticle(article: Article) {
  const { id, title, author, publisher, publishedOn, publishedPrecision, address, language, kind } = article
  const here = absolute(`/articles/${id}`)
  return {
    '@context': schema,
    '@type': kind === 'NEWS' ? 'NewsArticle' : 'Article',
    headline: title,
    name: title,
    url: address ?? here,
    archivedAt: here,
    inLanguage: language,
    ...(author ? { author: { '@type': 'Person', name: author } } : {}),
    ...(publisher ? { publisher: { '@type': 'Organization', name: publisher } } : {}),
    ...(publishedOn ? { datePublished: edtf(publishedOn, publishedPrecision) } : {}),
  }
}
