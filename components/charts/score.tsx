import { curveStepAfter, line } from 'd3-shape'
import type { CSSProperties } from 'react'
import { drawnWidth, Plot } from '#components/charts/plot.tsx'
import { svgPathData } from '#lib/charts/path.ts'
import { type ChartData, chartTitle } from '#lib/charts/rules.ts'
import type { Language } from '#lib/languages.ts'
import { placesOn } from '#lib/progress/axis.ts'
import { scoreInWords } from '#lib/progress/rules.ts'
import type { ScoreStep } from '#lib/progress/steps.ts'

type Props = Extract<ChartData, { chart: 'score' }> & { language: Language }

const height = 120
const y = (value: number) => ((1 - value) / 2) * height

/** The score from day to day, between −1 and +1; nothing is drawn where there is none. */
export function ScoreChart({ scores, axis, language }: Props) {
  const x = placesOn(axis, drawnWidth)
  const last = scores.at(-1)
  const drawn = line<ScoreStep>()
    .defined(({ score }) => score.value !== null)
    .x(({ on }) => x(on))
    .y(({ score }) => y(score.value ?? 0))
    .curve(curveStepAfter)
  const stands = last?.score.value ?? null
  return (
    <Plot
      title={chartTitle('score', language)}
      height={height}
      axis={axis}
      language={language}
      scale={([1, 0, -1] as const).map((value) => (
        <g key={value}>
          <line x2="100%" y1={y(value)} y2={y(value)} stroke={value ? 'var(--rule)' : 'var(--edge)'} />
          <text y={y(value)} dy={value > 0 ? 13 : -4} fill="var(--soft)">
            {{ '1': '+1', '0': '0', '-1': '−1' }[value]}
          </text>
        </g>
      ))}
      beside={
        stands === null ? null : (
          <p className="relative">
            <strong
              style={{ '--at': `${y(stands) - 16}px` } as CSSProperties}
              className="font-sans text-xl leading-8 font-semibold tabular-nums sm:absolute sm:top-(--at)"
            >
              {scoreInWords(stands, language)}
            </strong>
          </p>
        )
      }
    >
      <path
        d={svgPathData(drawn, last ? [...scores, { ...last, on: axis.on }] : [])}
        fill="none"
        stroke="var(--ink)"
        strokeWidth="2"
        vectorEffect="non-scaling-stroke"
      />
    </Plot>
  )
}
