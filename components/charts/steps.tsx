import { area, curveStepAfter } from 'd3-shape'
import type { CSSProperties } from 'react'
import { statusFill } from '#components/charts/patterns.tsx'
import { drawnWidth, Plot } from '#components/charts/plot.tsx'
import { StatusMark } from '#components/ui/status-mark.tsx'
import { svgPathData } from '#lib/charts/path.ts'
import type { ChartData } from '#lib/charts/rules.ts'
import { chartTitle } from '#lib/charts/rules.ts'
import type { Language } from '#lib/languages.ts'
import { placesOn } from '#lib/progress/axis.ts'
import { type Layer, layersOf, spreadLabels } from '#lib/progress/steps.ts'

type Props = Extract<ChartData, { chart: 'steps' }> & { language: Language }

const height = 200
const labelHeight = 24

/** How many stood at each status on each day, one status on the other; each named where it ends. */
export function StepsChart({ steps, axis, language }: Props) {
  const layers = layersOf(steps, axis.on)
  const highest = Math.max(1, ...steps.map(({ tally }) => tally.total))
  const x = placesOn(axis, drawnWidth)
  const y = (count: number) => height - (count / highest) * height
  const drawn = area<Layer['points'][number]>()
    .x(({ on }) => x(on))
    .y0(({ low }) => y(low))
    .y1(({ high }) => y(high))
    .curve(curveStepAfter)
  const there = layers.filter(({ count }) => count > 0).toReversed()
  const middles = there.map(({ points }) => {
    const { low, high } = points.at(-1) ?? { low: 0, high: 0 }
    return y((low + high) / 2) - labelHeight / 2
  })
  const places = spreadLabels(middles, labelHeight, height - labelHeight)
  return (
    <Plot
      title={chartTitle('steps', language)}
      height={height}
      axis={axis}
      language={language}
      beside={
        <ol className="relative flex flex-wrap gap-x-4 gap-y-1">
          {there.map(({ status, count }, at) => (
            <li
              key={status}
              style={{ '--at': `${places[at]}px` } as CSSProperties}
              className="inline-flex items-center gap-1.5 font-sans text-sm tabular-nums sm:absolute sm:top-(--at) sm:h-6"
            >
              <StatusMark status={status} language={language} /> {count}
            </li>
          ))}
        </ol>
      }
    >
      {layers.map(({ status, points }) => (
        <path
          key={status}
          d={svgPathData(drawn, points)}
          fill={status ? statusFill(status) : 'none'}
          stroke={status ? 'var(--paper)' : 'var(--edge)'}
          strokeDasharray={status ? undefined : '2 3'}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </Plot>
  )
}
