import type { ReactNode } from 'react'
import type { Band } from '#components/charts/ribbon.tsx'
import { StatusMark } from '#components/ui/status-mark.tsx'
import { Wide } from '#components/ui/wide.tsx'
import { dateInWords } from '#lib/dates.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { spansOf, stretchesOf } from '#lib/progress/ribbon.ts'

/** What the ribbons draw, in rows: every span of every band, and its stale stretches. */
export function SpansTable({ lines, on, language }: { lines: Band[]; on: string; language: Language }) {
  const t = wordsOf(language, 'charts')
  const day = (each: string) => dateInWords(each, 'DAY', language)
  return (
    <details className="mt-4">
      <summary className="font-sans text-sm text-soft">{t('sameAsTable')}</summary>
      <Wide label={t('ribbonsAsTable')} className="mt-2">
        <table className="w-full">
          <thead>
            <tr className="border-b border-edge text-left">
              <th scope="col" className="py-1.5 pr-4">
                {t('commitment')}
              </th>
              <th scope="col" className="py-1.5 pr-4">
                {t('status')}
              </th>
              <th scope="col" className="py-1.5 pr-4">
                {t('fromHead')}
              </th>
              <th scope="col" className="py-1.5">
                {t('toHead')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.flatMap((line) => [
              ...spansOf(line.madeOn, on, line.updates).map((span) => (
                <Row key={`${line.ref} ${span.from}`} line={line} from={day(span.from)} to={day(span.to)}>
                  <StatusMark status={span.status} language={language} />
                </Row>
              )),
              ...stretchesOf(line.madeOn, on, line.reviewEveryDays, line.updates).map((stretch) => (
                <Row
                  key={`${line.ref} stale ${stretch.from}`}
                  line={line}
                  from={day(stretch.from)}
                  to={day(stretch.to)}
                >
                  {t('stale')}
                </Row>
              )),
            ])}
          </tbody>
        </table>
      </Wide>
    </details>
  )
}

function Row({ line, from, to, children }: { line: Band; from: string; to: string; children: ReactNode }) {
  return (
    <tr className="border-b border-rule">
      <th scope="row" className="py-1.5 pr-4 text-left font-normal whitespace-nowrap">
        {line.ref}
      </th>
      <td className="py-1.5 pr-4">{children}</td>
      <td className="py-1.5 pr-4 whitespace-nowrap">{from}</td>
      <td className="py-1.5 whitespace-nowrap">{to}</td>
    </tr>
  )
}
