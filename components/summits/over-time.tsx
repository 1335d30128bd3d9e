import { ChartFiles, type ChartFilesProps } from '#components/charts/files.tsx'
import { OverTime } from '#components/charts/over-time.tsx'
import { RibbonStack } from '#components/charts/ribbon-stack.tsx'
import type { ChartData } from '#lib/charts/rules.ts'
import type { CommitmentLine } from '#lib/commitments/read.ts'

type Props = ChartFilesProps & {
  lines: CommitmentLine[]
  steps: Extract<ChartData, { chart: 'steps' }>
  score: Extract<ChartData, { chart: 'score' }>
}

/** A summit's commitments one by one as ribbons, together as steps, and in one number. */
export function SummitOverTime({ lines, steps, score, ...taken }: Props) {
  const { axis } = steps
  if (lines.length === 0) return null
  return (
    <>
      <RibbonStack
        language={taken.language}
        lines={lines}
        on={axis.on}
        today={axis.until}
        href={taken.href}
      />
      <ChartFiles drawing={{ chart: 'ribbons', lines, axis }} {...taken} />
      <OverTime drawing={steps} {...taken} />
      <OverTime drawing={score} {...taken} />
    </>
  )
}
