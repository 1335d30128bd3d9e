import type { ReactNode } from 'react'
import { Shown } from '#components/charts/chart-view.tsx'
import { Files, type Taken } from '#components/charts/files.tsx'
import { type Drawing, describe, titleOf } from '#lib/charts/rules.ts'

type Props = Taken & { drawing: Extract<Drawing, { chart: 'steps' | 'score' }>; heading?: ReactNode }

/** What moved over time: its name, what it shows in words, the drawing, the same as a table, and how to take it away. */
export function OverTime({ drawing, heading, ...taken }: Props) {
  const { language } = taken
  return (
    <section>
      {heading ?? <h3>{titleOf(drawing.chart, language)}</h3>}
      <p className="mb-4 max-w-measure text-soft">{describe(drawing, language)}</p>
      <Shown drawing={drawing} today={drawing.axis.until} language={language} href={taken.href} />
      <Files drawing={drawing} {...taken} />
    </section>
  )
}
