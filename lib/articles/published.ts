// On which day an article was published: never when it was changed.

import { dayIn, dayInAddress, machineDay } from '#lib/articles/dates-found.ts'
import { namesOf } from '#lib/articles/hints.ts'
import { type Linked, textIn } from '#lib/articles/json-ld.ts'
import type { Metas } from '#lib/articles/metas.ts'
import type { Found } from '#lib/articles/reading.ts'
import { type Element, elementsOf, textOf } from '#lib/articles/tree.ts'

const names =
  'article:published_time og:published_time datepublished date pubdate publishdate publish-date publish_date publication_date published-date dc.date dc.date.issued dcterms.issued dcterms.created dcterms.date dc.date.created citation_publication_date citation_date parsely-pub-date sailthru.date article.published originalpublicationdate article:publish_date published_date rnews:datepublished pubdate article_date_original cxenseparse:recs:publishtime'.split(
    ' ',
  )
const changed = /\b(?:updated?|modified|modify|last reviewed|aktualisiert|mis à jour|actualizado|更新)\b/i

export function publishedOf(
  root: Element,
  linked: Linked,
  metas: Metas,
  address: string | null,
  language: string | null,
): Found<string> | null {
  const tell = (value: string | null, origin: Found<string>['origin']): Found<string> | null =>
    value ? { value, origin } : null
  return (
    tell(machineDay(textIn(linked.article?.datePublished)), 'JSON-LD') ??
    tell(first(metas.all(...names).map(machineDay)), 'meta') ??
    tell(machineDay(textIn(linked.page?.datePublished)), 'JSON-LD') ??
    tell(shown(root, language), 'visible text') ??
    tell(dayInAddress(address), 'address') ??
    tell(machineDay(textIn(linked.article?.dateCreated)), 'JSON-LD')
  )
}

const first = (days: (string | null)[]): string | null => days.find((day) => day !== null) ?? null

/** A day that the page shows as its own: marked as such, or standing near the headline. */
function shown(root: Element, language: string | null): string | null {
  let near: string | null = null
  let sinceHead = -1
  for (const element of elementsOf(root)) {
    const { datetime, itemprop, content } = element.attributes
    if (element.tag === 'h1') sinceHead = 0
    else if (sinceHead >= 0) sinceHead += 1
    const isMarked =
      itemprop === 'datePublished' ||
      /\b(?:published|publish date|pub date|pubdate|post date|posted on|entry date|article date|date published)\b/.test(
        namesOf(element),
      )
    const text = isMarked || element.tag === 'time' ? textOf(element) : ''
    if (isMarked && !/\bmodified\b/.test(namesOf(element)) && !(changed.test(text) && text.length < 60)) {
      const day =
        machineDay(content ?? datetime ?? null) ?? (text.length < 120 ? dayIn(text, language) : null)
      if (day) return day
    }
    if (element.tag === 'time' && near === null && !changed.test(`${namesOf(element)} ${text}`))
      near = machineDay(datetime ?? null) ?? dayIn(text, language)
    if (near === null && sinceHead >= 0 && sinceHead < 60 && element.children.length < 6) {
      const words = textOf(element)
      if (words.length < 60 && !changed.test(words)) near = dayIn(words, language)
    }
  }
  return near
}
