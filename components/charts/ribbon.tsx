import { scaleUtc } from 'd3-scale'
import { statusFill } from '#components/charts/patterns.tsx'
import type { LiveUpdate } from '#lib/commitments/read.ts'
import { dateInWords, dateOf } from '#lib/dates.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { type Span, type Stretch, spansOf, stretchesOf } from '#lib/progress/ribbon.ts'
import { noUpdate, statuses } from '#lib/updates/rules.ts'

/** What all ribbons of one drawing share: the ends of the time axis, and the day they are asked for. */
export type Axis = { from: string; until: string; on: string }
export type Band = { ref: string; madeOn: string; reviewEveryDays: number; updates: LiveUpdate[] }

const top = 9
const height = 18
const foot = 6

/** Where a day lies on the axis, in per cent: lengths in per cent let the page's width decide, not the drawing. */
export function placesOn(axis: Axis): (day: string) => number {
  const scale = scaleUtc([dateOf(axis.from), dateOf(axis.until)], [0, 100])
  return (day) => Math.round(scale(dateOf(day)) * 100) / 100
}

/** The years (or months, when it is short) that an axis names. */
export function ticksOf(axis: Axis, language: Language): { day: string; label: string }[] {
  const scale = scaleUtc([dateOf(axis.from), dateOf(axis.until)], [0, 100])
  return scale.ticks(5).map((date) => {
    const day = date.toISOString().slice(0, 10)
    if (day.endsWith('-01-01')) return { day, label: day.slice(0, 4) }
    const month = { timeZone: 'UTC', month: 'short' } as const
    const parts = day.endsWith('-01') ? month : ({ ...month, day: 'numeric' } as const)
    return { day, label: new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, parts).format(date) }
  })
}

/** One commitment from its promise to the day asked for, as a band. */
export function Ribbon({ band, axis, language }: { band: Band; axis: Axis; language: Language }) {
  const t = wordsOf(language, 'charts')
  const day = (on: string) => dateInWords(on, 'DAY', language)
  const x = placesOn(axis)
  const spans = spansOf(band.madeOn, axis.on, band.updates)
  const stretches = stretchesOf(band.madeOn, axis.on, band.reviewEveryDays, band.updates)
  const id = `ribbon-${band.ref}`
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      width="100%"
      height={top + height + foot + 2}
      className="ribbon block overflow-visible"
    >
      <title id={`${id}-title`}>
        {t('ribbon', { ref: band.ref, from: day(band.madeOn), until: day(axis.on) })}
      </title>
      <desc id={`${id}-desc`}>{inWords(spans, stretches, language)}</desc>
      {ticksOf(axis, language).map(({ day }) => (
        <line key={day} x1={`${x(day)}%`} x2={`${x(day)}%`} y1="0" y2="100%" stroke="var(--rule)" />
      ))}
      {spans.map((span) => (
        <Piece key={span.from} span={span} from={x(span.from)} to={x(span.to)} />
      ))}
      {stretches.map(({ from, to }) => (
        <rect
          key={from}
          x={`${x(from)}%`}
          width={`${Math.max(0.3, x(to) - x(from))}%`}
          y={top + height + 2}
          height={foot - 1}
          fill="url(#fill-silence)"
        />
      ))}
      {band.updates
        .filter(({ occurredOn }) => occurredOn >= axis.from)
        .map((update) => (
          <Tick key={update.id} update={update} at={x(update.occurredOn)} />
        ))}
      <line
        x1={`${x(axis.on)}%`}
        x2={`${x(axis.on)}%`}
        y1="-3"
        y2="100%"
        stroke="var(--accent)"
        strokeWidth="2"
      />
    </svg>
  )
}

function Piece({ span, from, to }: { span: Span; from: number; to: number }) {
  if (!span.status)
    return (
      <line
        x1={`${from}%`}
        x2={`${to}%`}
        y1={top + height / 2}
        y2={top + height / 2}
        stroke="var(--edge)"
        strokeDasharray="2 3"
      />
    )
  return (
    <rect
      x={`${from}%`}
      width={`${Math.max(0.3, to - from)}%`}
      y={top}
      height={height}
      fill={statusFill(span.status)}
    />
  )
}

function Tick({ update, at }: { update: LiveUpdate; at: number }) {
  const drawn = update.partyId ? (
    <circle cx={`${at}%`} cy="4" r="2.5" fill="var(--paper)" stroke="var(--ink)" strokeWidth="1.25" />
  ) : (
    <line x1={`${at}%`} x2={`${at}%`} y1="0" y2={top - 1} stroke="var(--ink)" strokeWidth="1.5" />
  )
  return drawn
}

function inWords(spans: Span[], stretches: Stretch[], language: Language): string {
  const t = wordsOf(language, 'charts')
  const day = (on: string) => dateInWords(on, 'DAY', language)
  const parted = language === 'zh' ? '；' : '; '
  const said = spans
    .map(({ from, status }) =>
      t('from', { status: (status ? statuses[status].word : noUpdate)[language], day: day(from) }),
    )
    .join(parted)
  const silent = stretches.map(({ from, to }) => t('span', { from: day(from), until: day(to) })).join(parted)
  return silent ? t('spansStale', { spans: said, stretches: silent }) : t('spans', { spans: said })
}
