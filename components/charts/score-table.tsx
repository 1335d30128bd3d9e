import { ScrollBox } from '#components/ui/scroll-box.tsx'
import { StatusMark } from '#components/ui/status-mark.tsx'
import { type ChartData, chartTitle } from '#lib/charts/rules.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { addTallies, scoreInWords, scoreOf, signedNumber } from '#lib/progress/rules.ts'
import { statuses, statusOrder } from '#lib/updates/rules.ts'

type Props = Extract<ChartData, { chart: 'parts' }> & { language: Language }

/** The sum that the score is: how many stand at each status, what it is worth, and the mean. */
export function ScoreTable({ overall, own, language }: Props) {
  const t = wordsOf(language, 'charts')
  const both = addTallies(overall, own)
  const { value, counted } = scoreOf(both)
  const sum = statusOrder.reduce((all, status) => all + statuses[status].score * both.counts[status], 0)
  const heads = [t('overallHead'), t('partiesHead'), t('worth'), t('sum')]
  return (
    <ScrollBox label={chartTitle('parts', language)} className="mt-2">
      <table className="facts">
        <thead>
          <tr>
            <th scope="col">{t('status')}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="text-right">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {statusOrder.map((status) => {
            const { score } = statuses[status]
            const counts = [overall.counts[status], own.counts[status]]
            return (
              <tr key={status}>
                <th scope="row">
                  <StatusMark status={status} language={language} />
                </th>
                {[...counts, signedNumber(score), signedNumber(score * both.counts[status])].map(
                  (cell, at) => (
                    <td key={heads[at]} className="text-right">
                      {cell}
                    </td>
                  ),
                )}
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('mean')}</th>
            <td colSpan={4} className="text-right font-semibold">
              {value === null ? '' : `${signedNumber(sum)} ÷ ${counted} = `}
              {scoreInWords(value, language)}
            </td>
          </tr>
        </tfoot>
      </table>
    </ScrollBox>
  )
}
