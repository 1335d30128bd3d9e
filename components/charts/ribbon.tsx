import { statusFill, whole } from '#components/charts/patterns.tsx'
import type { LiveUpdate } from '#lib/commitments/read.ts'
import { dateInWords } from '#lib/dates.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { type Axis, placesOn } from '#lib/progress/axis.ts'
import { type Stretch, spansOf, stretchesOf } from '#lib/progress/ribbon.ts'
import { noUpdate, statuses, statusOrder } from '#lib/updates/rules.ts'

export type Band = { ref: string; madeOn: string; reviewEveryDays: number; updates: LiveUpdate[] }

export const axisId = ({ from, until, on }: Axis): string => `axis-${from}-${until}-${on}`

/** One commitment from its promise to the day asked for, as a band; the table beneath says the same in words. */
export function Ribbon({ band, axis, language }: { band: Band; axis: Axis; language: Language }) {
  const t = wordsOf(language, 'charts')
  const day = (on: string) => dateInWords(on, 'DAY', language)
  const x = placesOn(axis)
  const spans = spansOf(band.madeOn, axis.on, band.updates)
  const stretches = stretchesOf(band.madeOn, axis.on, band.reviewEveryDays, band.updates)
  const shown = band.updates.filter(({ occurredOn }) => occurredOn >= axis.from)
  const days = (of: LiveUpdate[]) => of.map(({ occurredOn }) => ({ from: occurredOn, to: occurredOn }))
  const overall = shown.filter(({ partyId }) => partyId === null)
  const sides = dashes(days(shown.filter(({ partyId }) => partyId !== null)), x, 0)
  const last = spans.at(-1)?.status
  return (
    <svg
      role="img"
      aria-label={t('ribbon', {
        ref: band.ref,
        from: day(band.madeOn),
        until: day(axis.on),
        status: (last ? statuses[last].word : noUpdate)[language],
      })}
      width="100%"
      height="35"
      className="ribbon"
    >
      <use href={`#${axisId(axis)}`} />
      {[null, ...statusOrder].map((status) => {
        const of = spans.filter((span) => span.status === status)
        const fill = status ? statusFill(status) : 'url(#fill-none)'
        return of.length ? <use key={status} href="#band" stroke={fill} {...dashes(of, x, 3)} /> : null
      })}
      {stretches.length ? <use href="#silence" {...dashes(stretches, x, 3)} /> : null}
      {overall.length ? <use href="#news" {...dashes(days(overall), x, 3)} /> : null}
      {overall.length < shown.length ? (
        <>
          <use href="#side" {...sides} />
          <use href="#hole" {...sides} />
        </>
      ) : null}
    </svg>
  )
}

/**
 * Pieces of a line, in the order of their days, as its dashes: whole thousandths of it, none shorter than `least`. Ends
 * are rounded and not lengths, so that errors never add up.
 */
export function dashes(pieces: Stretch[], x: (day: string) => number, least: number) {
  let end = 0
  const lengths: number[] = []
  for (const { from, to } of pieces) {
    const begin = Math.max(end, Math.round(x(from) * 10))
    const length = Math.max(least, Math.round(x(to) * 10) - begin)
    lengths.push(begin - end, length)
    end = begin + length
  }
  const [first = 0, ...rest] = lengths
  // Dashes begin with a dash: the first gap is an offset, and the last gap reaches beyond the end.
  return { strokeDasharray: [...rest, whole].join(' '), strokeDashoffset: -first }
}
