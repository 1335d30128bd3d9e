import { type ChartData, chartFormats, chartPath, chartTitle, tableRows } from '#lib/charts/rules.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

export type ChartFilesProps = {
  language: Language
  href: (path: string, more?: Record<string, string>) => string
  /** What the chart is asked besides the clocks. */
  kept?: Record<string, string>
}
type Props = ChartFilesProps & { drawing: ChartData; isHere?: boolean }

/** A chart as files, and by an address of its own. */
export function ChartFiles({ drawing, language, href, kept = {}, isHere }: Props) {
  const t = wordsOf(language, 'charts')
  const title = chartTitle(drawing.chart, language)
  return (
    <nav aria-label={t('files', { title })} className="mt-2 flex flex-wrap gap-x-4 font-sans text-sm">
      <span className="py-1 text-soft">{t('rows', { rows: tableRows(drawing) })}</span>
      {chartFormats.map((format) => (
        <a key={format} className="py-1" href={href(chartPath(drawing.chart, format), kept)}>
          {format.toUpperCase()}
        </a>
      ))}
      {isHere ? null : (
        <a className="py-1" href={href(chartPath(drawing.chart), kept)}>
          {t('alone')}
        </a>
      )}
    </nav>
  )
}
