// The publication date of an article: the day it was published, never the day it was changed.

import { dayIn, dayInAddress, machineDay, monthIn } from '#engines/extraction/dates-found.ts'
import { type LinkedArticle, textIn } from '#engines/extraction/json-ld.ts'
import type { Metas } from '#engines/extraction/metas.ts'
import { type ShortText, shortTextsOfPage } from '#engines/extraction/near-headline.ts'
import type { Found } from '#engines/extraction/reading.ts'
import { type Element, elementsOf, textOf } from '#engines/extraction/tree.ts'

const named =
  /^(?:.*[.:_-])?(?:date[-_. ]?published|publish(?:ed)?[-_ ]?(?:date|time|on|at)?|publication[-_ ]?date|pub[-_ ]?date|date|date\.(?:issued|created)|issued|created|citation_(?:publication_)?date|originalpublicationdate|article_date_original|publishtime)$/
const changed =
  /\b(?:updated?|modified|modify|edited|reviewed|revised|aktualisiert|mis à jour|actualizado|atualizado|обновлено)\b|更新|修改/i
const told =
  /(?:originally |first )?(?:published|posted|released|issued|publicado|veröffentlicht|publié|pubblicato|gepubliceerd|опубликовано)(?: on)?|发布(?:时间|日期)?|来源|出版/i

export function publishedOf(
  root: Element,
  linked: LinkedArticle,
  metas: Metas,
  about: { address: string | null; language: string | null; shorts: ShortText[] },
): Found<string> | null {
  const { address, language, shorts } = about
  const seen = shown(root, shorts, language)
  const said =
    tell(textIn(linked.article?.datePublished), 'JSON-LD') ??
    metas
      .matching(named)
      .map((value) => tell(value, 'meta'))
      .find((each) => each !== null) ??
    tell(textIn(linked.page?.datePublished), 'JSON-LD')
  const inAddress = dayInAddress(address)
  // A time in UTC may fall on the day after the one that readers of the site were given.
  if (said?.isUtc)
    for (const day of [inAddress, seen])
      if (day && isBeside(day, said.value))
        return { value: day, origin: day === inAddress ? 'address' : 'visible text' }
  // What readers see and what the address says outweigh what programs were told, such as the day of a move.
  const month = /\/((?:19|20)\d\d)[/-](\d\d)[/-]/.exec(address ?? '')
  const place = month ? `${month[1]}-${month[2]}` : null
  if (said && seen && place && seen.startsWith(place) && !said.value.startsWith(place))
    return { value: seen, origin: 'visible text' }
  if (said) return { value: said.value, origin: said.origin }
  if (seen) return { value: seen, origin: 'visible text' }
  if (inAddress) return { value: inAddress, origin: 'address' }
  return tell(textIn(linked.article?.dateCreated), 'JSON-LD')
}

function tell(
  value: string | null,
  origin: Found<string>['origin'],
): (Found<string> & { isUtc: boolean }) | null {
  const day = machineDay(value)
  return day ? { value: day, origin, isUtc: /(?:Z|[+-]00:?00)$/.test(value?.trim() ?? '') } : null
}

const isBeside = (one: string, other: string): boolean =>
  one !== other && Math.abs(Date.parse(one) - Date.parse(other)) === 86_400_000

/** The day that the page shows as its own: marked as such, or standing near the headline. */
function shown(root: Element, shorts: ShortText[], language: string | null): string | null {
  for (const element of elementsOf(root)) {
    const { itemprop, content, datetime } = element.attributes
    if (itemprop !== 'datePublished') continue
    const day = machineDay(content ?? datetime ?? null) ?? dayIn(textOf(element, 200), language)
    if (day) return day
  }
  const dated = (all: ShortText[]) =>
    all
      .map((short) => ({ ...short, day: dayOf(short, language) }))
      .filter((short) => short.day !== null && !changed.test(`${short.names} ${before(short)}`))
      .sort((a, b) => nearness(a) - nearness(b))
  const near = dated(shorts)
  const isNamed = ({ element, names }: ShortText) => element.tag === 'time' || dateNamed.test(names)
  return (
    near.find(({ text }) => told.test(text) && text.length < 120)?.day ??
    originally(root, language) ??
    near.find(isNamed)?.day ??
    near.find(({ text }) => text.length < 60)?.day ??
    dated(shortTextsOfPage(root)).find((short) => isNamed(short) && short.text.length < 60)?.day ??
    shorts
      .filter((short) => !changed.test(short.text))
      .map(({ text }) => monthIn(text))
      .find((month) => month !== null) ??
    null
  )
}

const dateNamed = /\b(?:date|dateline|datetime|pubdate|published?|posted|post date|timestamp)\b/
const dayOf = ({ element, text }: ShortText, language: string | null): string | null =>
  machineDay(element.attributes.datetime ?? null) ?? dayIn(text, language)

/** What is written before the date, which may say that it is the date of a change. */
const before = ({ text }: ShortText): string => text.slice(0, Math.max(0, text.search(/\d{1,2}[\s,.]|\d{4}/)))

const nearness = ({ away }: ShortText): number => (away < 0 ? -away * 3 : away)

function originally(root: Element, language: string | null): string | null {
  for (const element of elementsOf(root)) {
    if (!/^(?:p|span|div|em|i|small|li|footer)$/.test(element.tag) || element.children.length > 8) continue
    const found =
      /(?:(?:originally|first) (?:published|posted|appeared)|date published|published on|posted on)[:\s].{0,60}/i.exec(
        textOf(element, 600),
      )
    const day = found ? dayIn(found[0], language) : null
    if (day) return day
  }
  return null
}
