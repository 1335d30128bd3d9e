import { RibbonStack } from '#components/charts/ribbon-stack.tsx'
import { ScoreChart } from '#components/charts/score.tsx'
import { ScoreTable } from '#components/charts/score-table.tsx'
import { StepsChart } from '#components/charts/steps.tsx'
import { StepsTable } from '#components/charts/steps-table.tsx'
import { TallyTable } from '#components/charts/tally-table.tsx'
import { type ChartData, chartTitle } from '#lib/charts/rules.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = { drawing: ChartData; today: string; language: Language; href: (path: string) => string }

/** A chart as the page draws it, with its numbers as a table. */
export function ChartView({ drawing, today, language, href }: Props) {
  switch (drawing.chart) {
    case 'ribbons':
      return (
        <RibbonStack
          language={language}
          lines={drawing.lines}
          on={drawing.axis.on}
          today={today}
          href={href}
        />
      )
    case 'steps':
      return (
        <>
          <StepsChart {...drawing} language={language} />
          <StepsTable drawing={drawing} language={language} />
        </>
      )
    case 'score':
      return (
        <>
          <ScoreChart {...drawing} language={language} />
          <StepsTable drawing={drawing} language={language} />
        </>
      )
    case 'parts':
      return <ScoreTable {...drawing} language={language} />
    default:
      return (
        <TallyTable
          language={language}
          caption={chartTitle(drawing.chart, language)}
          head={wordsOf(language, 'charts')(heads[drawing.chart])}
          rows={drawing.counted}
          {...(drawing.chart === 'parties' ? { none: wordsOf(language, 'charts')('partyNone') } : {})}
        />
      )
  }
}

const heads = { areas: 'area', parties: 'party', summits: 'summit' } as const
