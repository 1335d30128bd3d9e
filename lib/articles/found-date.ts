// Finds calendar dates in what pages say, in several languages; the time of day and its zone are left alone.

import { isDay } from '#lib/dates.ts'

const spoken = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'ru', 'pl', 'sv', 'id', 'tr']

/** Month names, long and short, in lower case without dots → 1 to 12. */
const months = new Map(
  spoken.flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) =>
      Array.from({ length: 12 }, (_, at): [string, number] => {
        const format = new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' })
        const parts = format.formatToParts(new Date(Date.UTC(2024, at, 1)))
        return [plainName(parts.find(({ type }) => type === 'month')?.value ?? ''), at + 1]
      }),
    ),
  ),
)
months.set('sept', 9)

function plainName(name: string): string {
  return name.toLowerCase().replace(/\./g, '')
}

const year = '((?:19|20)\\d{2})'
const forms: [RegExp, (found: RegExpExecArray) => (string | undefined)[]][] = [
  [new RegExp(`${year}\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]`), ([, y, m, d]) => [y, m, d]],
  [new RegExp(`(?<!\\d)${year}[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)`), ([, y, m, d]) => [y, m, d]],
  [new RegExp(`(?<!\\d)${year}(\\d{2})(\\d{2})(?:T|$)`), ([, y, m, d]) => [y, m, d]],
  [
    new RegExp(
      `(?<![\\p{L}\\d])(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:at\\s+)?${year}`,
      'u',
    ),
    ([, name = '', d, y]) => [y, monthOf(name), d],
  ],
  [
    new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º)?\\.?\\s*(?:de\\s+|of\\s+|-)?(\\p{L}{3,12})\\.?,?[\\s-]+(?:de\\s+)?${year}`,
      'u',
    ),
    ([, d, name = '', y]) => [y, monthOf(name), d],
  ],
  // Day first, as everywhere but in the United States; theirs only where it can be nothing else.
  [new RegExp(`(?<!\\d)(\\d{1,2})\\.(\\d{1,2})\\.${year}`), ([, d, m, y]) => [y, m, d]],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})/(\\d{1,2})/${year}`),
    ([, a, b, y]) => (Number(a) > 12 ? [y, b, a] : [y, a, b]),
  ],
]

function monthOf(name: string): string | undefined {
  return months.get(plainName(name))?.toString()
}

/** The first date in a text as YYYY-MM-DD, between 1900 and 2099; null when there is none. */
export function dateIn(text: string): string | null {
  let best: { at: number; day: string } | null = null
  for (const [form, parts] of forms) {
    const found = form.exec(text)
    if (!found || (best && best.at <= found.index)) continue
    const [y = '', m = '', d = ''] = parts(found)
    const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
    if (isDay(day)) best = { at: found.index, day }
  }
  return best?.day ?? null
}

/** The date in an address such as /2024/05/14/story or /20240514-story; null when it names none, or only a month. */
export function dateInAddress(address: string | null): string | null {
  const path = URL.parse(address ?? '')?.pathname ?? ''
  const found = /\/((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?=[/_.-]|$)/.exec(path)
  const day = found ? found.slice(1).join('-') : ''
  return isDay(day) ? day : null
}
