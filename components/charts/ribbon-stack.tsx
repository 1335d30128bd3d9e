import { Legend } from '#components/charts/patterns.tsx'
import { axisId, Ribbon } from '#components/charts/ribbon.tsx'
import { HistoriesTable } from '#components/charts/spans-table.tsx'
import { StatusMark } from '#components/ui/status-mark.tsx'
import type { CommitmentLine } from '#lib/commitments/read.ts'
import { dateInWords } from '#lib/dates.ts'
import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { type Axis, axisOf, placesOn, ticksOf } from '#lib/progress/axis.ts'
import { inForce } from '#lib/progress/rules.ts'

type Props = {
  language: Language
  lines: CommitmentLine[]
  on: string
  today: string
  href: (path: string) => string
}

/** Commitments as ribbons on one time axis, the legend above and the same facts as a table beneath. */
export function RibbonStack({ language, lines, on, today, href }: Props) {
  const axis = axisOf(lines, on, today)
  return (
    <figure>
      <figcaption>
        <Legend language={language} />
      </figcaption>
      <ol className="ribbons mt-5 space-y-4 md:space-y-2">
        {lines.map((line) => (
          <li key={line.ref}>
            <Label line={line} href={href} language={language} />
            <Ribbon band={line} axis={axis} language={language} />
          </li>
        ))}
      </ol>
      <div className="grid gap-x-6 md:grid-cols-[19rem_1fr]">
        <TimeAxis axis={axis} language={language} />
      </div>
      <HistoriesTable lines={lines} on={on} language={language} />
    </figure>
  )
}

function Label({ line, href, language }: { line: CommitmentLine } & Pick<Props, 'href' | 'language'>) {
  const { overall } = inForce(line.updates)
  const title = say(line.title, language)
  return (
    <div>
      <a href={href(`/commitments/${line.ref}`)} lang={title.language}>
        {title.text}
      </a>
      <p>
        {line.ref}
        <StatusMark status={overall?.status ?? null} language={language} />
      </p>
    </div>
  )
}

/** The years under the ribbons, and the line of the day asked for by its name. */
export function TimeAxis({ axis, language }: { axis: Axis; language: Language }) {
  const x = placesOn(axis)
  const ticks = ticksOf(axis, language)
  const now = { x1: `${x(axis.on)}%`, x2: `${x(axis.on)}%`, stroke: 'var(--accent)', strokeWidth: 2 }
  return (
    <svg
      aria-hidden
      width="100%"
      height="38"
      className="block overflow-visible font-sans text-xs md:col-start-2"
    >
      <symbol id={axisId(axis)} overflow="visible">
        {ticks.map(({ day }) => (
          <line key={day} x1={`${x(day)}%`} x2={`${x(day)}%`} y2="35" stroke="var(--rule)" />
        ))}
        <line {...now} y1="-3" y2="35" />
      </symbol>
      {ticks.map(({ day, label }) => (
        <text key={day} x={`${x(day)}%`} y="14" textAnchor="middle" fill="var(--soft)">
          {label}
        </text>
      ))}
      <line {...now} y2="20" />
      <text
        x={now.x1}
        y="33"
        textAnchor={x(axis.on) > 75 ? 'end' : x(axis.on) < 25 ? 'start' : 'middle'}
        fill="var(--accent)"
        fontWeight="600"
      >
        {wordsOf(language, 'charts')('asOf', { day: dateInWords(axis.on, 'DAY', language) })}
      </text>
    </svg>
  )
}
