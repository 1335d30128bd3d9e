// Date parsing: reads calendar days as people and sites write them.

const months: Record<string, number> = {}
const rows = [
  'january jan januar januari janvier janv enero ene janeiro gennaio январь января styczeń stycznia ocak',
  'february feb februar februari février févr fév febrero fevereiro fev febbraio февраль февраля luty lutego şubat',
  'march mar märz maart mars marzo março март марта marzec marca mart',
  'april apr avril avr abril abr aprile апрель апреля kwiecień kwietnia nisan',
  'may mai mei mayo maio maggio май мая maj maja mayıs',
  'june jun juni juin junio junho giugno июнь июня czerwiec czerwca haziran',
  'july jul juli juillet juil julio julho luglio июль июля lipiec lipca temmuz',
  'august aug août aout agosto ago agustus август августа sierpień sierpnia ağustos',
  'september sep sept septembre septiembre setembro settembre сентябрь сентября wrzesień września eylül',
  'october oct oktober okt octobre octubre outubro ottobre октябрь октября październik października ekim',
  'november nov novembre noviembre novembro ноябрь ноября listopad listopada kasım',
  'december dec dezember dez décembre déc diciembre dic dezembro dicembre декабрь декабря grudzień grudnia aralık desember',
]
for (const [at, row] of rows.entries()) for (const name of row.split(' ')) months[name] = at + 1
const name = `(${Object.keys(months)
  .sort((a, b) => b.length - a.length)
  .join('|')})`
const shapes: [RegExp, (m: RegExpExecArray) => [unknown, unknown, unknown]][] = [
  [/(?<!\d)((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?!\d)/, (m) => [m[1], m[2], m[3]]],
  [/(?<!\d)((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/, (m) => [m[1], m[2], m[3]]],
  [/(?<!\d)((?:19|20)\d\d)\s*년\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일/, (m) => [m[1], m[2], m[3]]],
  [/(?<!\d)((?:19|20)\d\d)[/.](\d{1,2})[/.](\d{1,2})(?!\d)/, (m) => [m[1], m[2], m[3]]],
  [
    new RegExp(`(?<!\\p{L})${name}\\.?,?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d\\d)(?!\\d)`, 'iu'),
    (m) => [m[3], months[(m[1] ?? '').toLowerCase()], m[2]],
  ],
  [
    new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s*(?:de\\s+|of\\s+|-)?${name}\\.?,?(?:\\s+de|\\s+del)?[\\s-]+((?:19|20)\\d\\d)(?!\\d)`,
      'iu',
    ),
    (m) => [m[3], months[(m[2] ?? '').toLowerCase()], m[1]],
  ],
]
const european = /(?<![\d.])(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)(?!\d|\.\d)/

/** The first calendar day written in a text, as YYYY-MM-DD. */
export function dayIn(text: string, language: string | null = null): string | null {
  let best: { at: number; day: string } | null = null
  for (const [shape, read] of shapes) {
    const found = shape.exec(text)
    const day = found && dayOf(...read(found))
    if (found && day && (!best || found.index < best.at)) best = { at: found.index, day }
  }
  if (best) return best.day
  const numbers = european.exec(text)
  if (!numbers) return null
  const [, one, two, year] = numbers
  // 03/04/2024 is the fourth of March to Americans and the third of April to everybody else.
  const isAmerican = Number(two) > 12 || (Number(one) <= 12 && language === 'en' && numbers[0].includes('/'))
  return isAmerican ? dayOf(year, one, two) : dayOf(year, two, one)
}

function dayOf(year: unknown, month: unknown, day: unknown): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= 31)) return null
  const date = new Date(Date.UTC(y, m - 1, d))
  return date.getUTCMonth() === m - 1 ? date.toISOString().slice(0, 10) : null
}

/** A month of a year that is all a text says, as YYYY-MM. */
export function monthIn(text: string): string | null {
  const found = new RegExp(`^(?:[^\\d]{0,30}\\s)?${name}\\.?,?\\s+((?:19|20)\\d\\d)$`, 'iu').exec(text.trim())
  const month = months[(found?.[1] ?? '').toLowerCase()]
  return found && month ? `${found[2]}-${String(month).padStart(2, '0')}` : null
}

/** The day in a machine's date, as the site itself wrote it; or only its month or year. */
export function machineDay(value: string | null): string | null {
  const text = value?.trim() ?? ''
  const iso = /^((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?:\D|$)/.exec(text)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  if (/^\d{10}(?:\d{3})?$/.test(text))
    return new Date(Number(text.padEnd(13, '0'))).toISOString().slice(0, 10)
  if (/^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?$/.test(text)) return text
  return dayIn(text)
}

/** A day in a web address, such as /2019/11/19/. */
export function dayInAddress(address: string | null): string | null {
  const path = address ? (URL.parse(address)?.pathname ?? '') : ''
  const found =
    /\/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?:\/|-|_|$)/i.exec(path) ??
    /\/((?:19|20)\d\d)(\d\d)\/t?\1\2(\d\d)_/.exec(path) ??
    /[/_t-]((?:19|20)\d\d)(\d\d)(\d\d)(?:[/_.-]|$)/.exec(path)
  if (!found) return null
  const month = months[(found[2] ?? '').toLowerCase()] ?? found[2]
  return dayOf(found[1], month, found[3])
}
