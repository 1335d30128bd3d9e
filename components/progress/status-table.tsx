import { Swatch, statusFill } from '#components/charts/patterns.tsx'
import { ScrollBox } from '#components/ui/scroll-box.tsx'
import { StatusMark } from '#components/ui/status-mark.tsx'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { statuses, statusOrder } from '#lib/updates/rules.ts'

/** The vocabulary of statuses, with the word of the other language, what each means and what it scores. */
export function StatusTable({ language }: { language: Language }) {
  const t = wordsOf(language, 'methodology')
  const other = language === 'en' ? 'zh' : 'en'
  return (
    <ScrollBox label={t('statuses')}>
      <table className="w-full">
        <thead>
          <tr className="border-b border-edge text-left">
            {(['status', 'otherWord', 'meaning'] as const).map((head) => (
              <th key={head} scope="col" className="py-1.5 pr-4">
                {t(head)}
              </th>
            ))}
            <th scope="col" className="py-1.5 text-right whitespace-nowrap">
              {t('points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {statusOrder.map((status) => (
            <tr key={status} className="border-b border-rule align-baseline">
              <th scope="row" className="py-2 pr-4 text-left whitespace-nowrap">
                <span className="inline-flex items-center gap-2">
                  <Swatch fill={statusFill(status)} />
                  <StatusMark status={status} language={language} />
                </span>
              </th>
              <td lang={other} className="py-2 pr-4 whitespace-nowrap">
                {statuses[status].word[other]}
              </td>
              <td className="min-w-56 py-2 pr-4">{statuses[status].meaning[language]}</td>
              <td className="py-2 text-right">
                {String(statuses[status].score).replace('-', '−').replace(/^1/, '+1')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
