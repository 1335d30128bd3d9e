import type { ReactNode } from 'react'
import type { Band } from '#components/charts/ribbon.tsx'
import { ScrollBox } from '#components/ui/scroll-box.tsx'
import { StatusMark } from '#components/ui/status-mark.tsx'
import { dateInWords } from '#lib/dates.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { spansOf, stretchesOf } from '#lib/progress/ribbon.ts'
import { noUpdate, statuses } from '#lib/updates/rules.ts'

type Props = { on: string; language: Language }

/** What one ribbon draws, in rows: every span of it, and its stale stretches. */
export function SpansTable({ line, on, language }: Props & { line: Band }) {
  const t = wordsOf(language, 'charts')
  const rows = [
    ...spansOf(line.madeOn, on, line.updates).map((span) => ({
      ...span,
      what: <StatusMark status={span.status} language={language} />,
    })),
    ...stretchesOf(line.madeOn, on, line.reviewEveryDays, line.updates).map((stretch) => ({
      ...stretch,
      what: t('stale'),
    })),
  ]
  return (
    <Table language={language} heads={[t('status'), t('fromHead'), t('toHead')]}>
      {rows.map(({ what, from, to }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of one history, drawn once
        <tr key={at}>
          <td>{what}</td>
          <td>{dateInWords(from, 'DAY', language)}</td>
          <td>{dateInWords(to, 'DAY', language)}</td>
        </tr>
      ))}
    </Table>
  )
}

/** What a stack of ribbons draws, a row each: every status with the day from which it stood, and the stale stretches. */
export function HistoriesTable({ lines, on, language }: Props & { lines: Band[] }) {
  const t = wordsOf(language, 'charts')
  const day = (each: string) => dateInWords(each, 'DAY', language)
  const parted = language === 'zh' ? '；' : '; '
  return (
    <Table language={language} heads={[t('commitment'), t('statusesFrom'), t('stale')]}>
      {lines.map((line) => (
        <tr key={line.ref}>
          <th scope="row">{line.ref}</th>
          <td>
            {spansOf(line.madeOn, on, line.updates)
              .map(
                ({ status, from }) => `${(status ? statuses[status].word : noUpdate)[language]} ${day(from)}`,
              )
              .join(parted)}
          </td>
          <td>
            {stretchesOf(line.madeOn, on, line.reviewEveryDays, line.updates)
              .map(({ from, to }) => `${day(from)} – ${day(to)}`)
              .join(parted) || '–'}
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Table({ language, heads, children }: { language: Language; heads: string[]; children: ReactNode }) {
  const t = wordsOf(language, 'charts')
  return (
    <details className="mt-4">
      <summary className="font-sans text-sm text-soft">{t('sameAsTable')}</summary>
      <ScrollBox label={t('ribbonsAsTable')} className="mt-2">
        <table className="facts">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </ScrollBox>
    </details>
  )
}
