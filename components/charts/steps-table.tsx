import type { ReactNode } from 'react'
import { ScrollBox } from '#components/ui/scroll-box.tsx'
import { type ChartData, chartTitle } from '#lib/charts/rules.ts'
import { dateInWords } from '#lib/dates.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { scoreInWords } from '#lib/progress/rules.ts'
import { thinOut } from '#lib/progress/steps.ts'
import { noUpdate, statuses, statusOrder } from '#lib/updates/rules.ts'

type Moving = Extract<ChartData, { chart: 'steps' | 'score' }>
// More rows than anybody reads weigh more than the page: what is left out is in the files.
const most = 24
const spacing = { month: 'everyMonth', quarter: 'everyQuarter', year: 'everyYear' } as const

/** What a drawing of something that moves shows, in rows: each day on which it changed. */
export function StepsTable({ drawing, language }: { drawing: Moving; language: Language }) {
  const t = wordsOf(language, 'charts')
  const { heads, every, rows } =
    drawing.chart === 'steps' ? ofSteps(drawing, language) : ofScores(drawing, language)
  return (
    <details className="mt-2">
      <summary className="font-sans text-sm text-soft">{t('sameAsTable')}</summary>
      {every === 'change' ? null : <p className="mt-2 text-sm text-soft">{t(spacing[every])}</p>}
      <ScrollBox label={chartTitle(drawing.chart, language)} className="mt-2">
        <table className="facts">
          <thead>
            <tr>
              <th scope="col">{t('fromHead')}</th>
              {heads.map((head) => (
                <th key={head} scope="col" className="text-right">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ on, cells }) => (
              <tr key={on}>
                <th scope="row">{dateInWords(on, 'DAY', language)}</th>
                {cells.map((cell, at) => (
                  <td key={heads[at]} className="text-right">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  )
}

type Rows = {
  heads: string[]
  every: ReturnType<typeof thinOut>['every']
  rows: { on: string; cells: ReactNode[] }[]
}

function ofSteps({ steps }: Extract<Moving, { chart: 'steps' }>, language: Language): Rows {
  const shown = statusOrder.filter((status) => steps.some(({ tally }) => tally.counts[status] > 0))
  const { every, steps: each } = thinOut(steps, most)
  return {
    heads: [
      ...shown.map((status) => statuses[status].word[language]),
      noUpdate[language],
      wordsOf(language, 'charts')('total'),
    ],
    every,
    rows: each.map(({ on, tally }) => ({
      on,
      cells: [...shown.map((status) => tally.counts[status]), tally.none, tally.total],
    })),
  }
}

function ofScores({ scores }: Extract<Moving, { chart: 'score' }>, language: Language): Rows {
  const t = wordsOf(language, 'charts')
  const { every, steps: each } = thinOut(scores, most)
  return {
    heads: [t('scoreHead'), t('countedHead'), t('leftOutHead')],
    every,
    rows: each.map(({ on, score }) => ({
      on,
      cells: [scoreInWords(score.value, language), score.counted, score.leftOut],
    })),
  }
}
