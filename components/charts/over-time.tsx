import type { ReactNode } from 'react'
import { ChartView } from '#components/charts/chart-view.tsx'
import { ChartFiles, type ChartFilesProps } from '#components/charts/files.tsx'
import { type ChartData, chartTitle, describeChart } from '#lib/charts/rules.ts'

type Props = ChartFilesProps & {
  drawing: Extract<ChartData, { chart: 'steps' | 'score' }>
  heading?: ReactNode
}

/** What moved over time: its name, what it shows in words, the drawing, the same as a table, and how to take it away. */
export function OverTime({ drawing, heading, ...taken }: Props) {
  const { language } = taken
  return (
    <section>
      {heading ?? <h3>{chartTitle(drawing.chart, language)}</h3>}
      <p className="mb-4 max-w-measure text-soft">{describeChart(drawing, language)}</p>
      <ChartView drawing={drawing} today={drawing.axis.until} language={language} href={taken.href} />
      <ChartFiles drawing={drawing} {...taken} />
    </section>
  )
}
