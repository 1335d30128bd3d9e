// Citation formats (BibTeX, RIS, CSL-JSON, Chicago): a web page as scholars cite it.

import { dateInWords, edtf } from '#lib/dates.ts'
import type { DatePrecision } from '#lib/generated/prisma/enums.ts'

export type Cited = {
  /** Letters, digits and hyphens: the key under which tools keep it. */
  key: string
  title: string
  /** Who answers for it, as one name: a person or a body. */
  author: string | null
  publisher: string | null
  issued: { day: string; precision: DatePrecision } | null
  address: string
  /** The day on which it was read. */
  accessed: string
  /** The copy kept here, if there is one: where, and the hash of its text. */
  archived: { address: string; sha256: string } | null
  /** BCP 47. */
  language: string
}

export const citationFormats = {
  bibtex: { name: 'BibTeX', type: 'application/x-bibtex', ending: 'bib', write: bibtex },
  ris: { name: 'RIS', type: 'application/x-research-info-systems', ending: 'ris', write: ris },
  csl: { name: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json', ending: 'json', write: csl },
  chicago: { name: 'Chicago', type: 'text/plain', ending: 'txt', write: chicago },
  gbt7714: { name: 'GB/T 7714', type: 'text/plain', ending: 'txt', write: gbt7714 },
} as const
export type CitationFormat = keyof typeof citationFormats

export const isCitationFormat = (text: string): text is CitationFormat => Object.hasOwn(citationFormats, text)

const archivedAt = ({ archived }: Cited): string =>
  archived ? `Archived at ${archived.address} (SHA-256 of the text ${archived.sha256})` : ''

/** BibLaTeX's @online, which BibTeX tools read as well. Braces keep the case of titles. */
function bibtex(cited: Cited): string {
  const { title, author, publisher, issued, language } = cited
  const fields = {
    title: `{${escapedForTex(title)}}`,
    author: author && `{${escapedForTex(author)}}`,
    organization: publisher && escapedForTex(publisher),
    date: issued && edtf(issued.day, issued.precision),
    url: cited.address,
    urldate: cited.accessed,
    langid: { en: 'english', zh: 'chinese' }[language.slice(0, 2)] ?? null,
    note: escapedForTex(archivedAt(cited)),
  }
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []))
  return [`@online{${cited.key},`, ...lines, '}', ''].join('\n')
}

const signs: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
const escapedForTex = (text: string) => text.replace(/[\\~^&%$#_{}]/g, (sign) => signs[sign] ?? `\\${sign}`)

/** RIS, a tag a line. */
function ris(cited: Cited): string {
  const { title, author, publisher, issued, address, accessed, language } = cited
  const slashed = (date: string) => `${date.replaceAll('-', '/')}${'/'.repeat(3 - date.split('-').length)}`
  const lines: [string, string | null][] = [
    ['TY', 'ELEC'],
    ['ID', cited.key],
    ['TI', title],
    ['AU', author],
    ['PB', publisher],
    ['DA', issued && slashed(edtf(issued.day, issued.precision))],
    ['PY', issued?.day.slice(0, 4) ?? null],
    ['UR', address],
    ['Y2', slashed(accessed)],
    ['LA', language],
    ['N1', archivedAt(cited)],
  ]
  const written = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/g, ' ')}`] : []))
  return [...written, 'ER  - ', ''].join('\r\n')
}

/** Citation Style Language 1.0 data, as citation managers take it in. */
function csl(cited: Cited): string {
  const { key, title, author, publisher, issued, address, accessed, archived, language } = cited
  const parts = (date: string) => ({ 'date-parts': [date.split('-').map(Number)] })
  const item = {
    id: key,
    type: 'webpage',
    title,
    ...(author ? { author: [{ literal: author }] } : {}),
    ...(publisher ? { publisher } : {}),
    ...(issued ? { issued: parts(edtf(issued.day, issued.precision)) } : {}),
    accessed: parts(accessed),
    URL: address,
    language,
    ...(archived
      ? { archive: 'Followthrough', archive_location: archived.address, note: archivedAt(cited) }
      : {}),
  }
  return `${JSON.stringify([item], null, 2)}\n`
}

const american = (day: string, precision: DatePrecision = 'DAY') => dateInWords(day, precision, 'en-US')

/** The Chicago Manual of Style, bibliography entry for a web page (17th edition, 14.207). */
function chicago(cited: Cited): string {
  const { title, author, publisher, issued, address, accessed } = cited
  const body = author && publisher && author !== publisher ? [author, publisher] : [author ?? publisher]
  const [first, then] = body
  const sentences = [
    first,
    `“${title}.”`,
    then,
    issued ? american(issued.day, issued.precision) : `Accessed ${american(accessed)}`,
  ]
  const said = sentences.flatMap((each) => (each ? [/[.”]$/.test(each) ? each : `${each}.`] : []))
  return `${[...said, `${address}.`, archivedAt(cited) && `${archivedAt(cited)}.`].filter(Boolean).join(' ')}\n`
}

/** GB/T 7714—2015, electronic bulletin online: 主要责任者. 题名[EB/OL]. (发布日期)[引用日期]. 获取和访问路径. */
function gbt7714(cited: Cited): string {
  const { title, author, publisher, issued, address, accessed, archived } = cited
  const by = author ?? publisher
  const published = issued ? `(${edtf(issued.day, issued.precision)})` : ''
  const copy = archived ? ` 存档: ${archived.address} (SHA-256: ${archived.sha256}).` : ''
  return `${by ? `${by}. ` : ''}${title}[EB/OL]. ${published}[${accessed}]. ${address}.${copy}\n`
}
