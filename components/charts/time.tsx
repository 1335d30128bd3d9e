import { dateInWords } from '#lib/dates.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { type Axis, placesOn, ticksOf } from '#lib/progress/axis.ts'

/** The years as lines over a drawing's whole height, and the line of the day asked for. */
export function TimeLines({ axis, language }: { axis: Axis; language: Language }) {
  const x = placesOn(axis)
  const now = `${x(axis.on)}%`
  return (
    <>
      {ticksOf(axis, language).map(({ day }) => (
        <line key={day} x1={`${x(day)}%`} x2={`${x(day)}%`} y2="100%" stroke="var(--rule)" />
      ))}
      <line x1={now} x2={now} y1="-3" y2="100%" stroke="var(--accent)" strokeWidth="2" />
    </>
  )
}

/** The names of the years under a drawing, and of the day asked for. */
export function TimeLabels({ axis, language }: { axis: Axis; language: Language }) {
  const x = placesOn(axis)
  const now = x(axis.on)
  return (
    <svg aria-hidden width="100%" height="36" className="block overflow-visible font-sans text-xs">
      {ticksOf(axis, language).map(({ day, label }) => (
        <text key={day} x={`${x(day)}%`} y="14" textAnchor="middle" fill="var(--soft)">
          {label}
        </text>
      ))}
      <text
        x={`${now}%`}
        y="31"
        textAnchor={now > 75 ? 'end' : now < 25 ? 'start' : 'middle'}
        fill="var(--accent)"
        fontWeight="600"
      >
        {wordsOf(language, 'charts')('asOf', { day: dateInWords(axis.on, 'DAY', language) })}
      </text>
    </svg>
  )
}
