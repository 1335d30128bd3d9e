import { ChartFiles, type ChartFilesProps } from '#components/charts/files.tsx'
import { ScoreTable } from '#components/charts/score-table.tsx'
import { TallyTable } from '#components/charts/tally-table.tsx'
import { ScoreLine } from '#components/progress/score.tsx'
import type { GroupTallies } from '#lib/charts/chart-data.ts'
import { chartTitle } from '#lib/charts/rules.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { addTallies, scoreOf } from '#lib/progress/rules.ts'

/** Where commitments stand by area and by party, and the score with how it came about. */
export function Counts({ progress, ...taken }: ChartFilesProps & { progress: GroupTallies }) {
  const { language, href, kept } = taken
  const { overall, own, areas, parties } = progress
  const t = wordsOf(language, 'dashboard')
  const words = wordsOf(language, 'charts')
  return (
    <section>
      <h2>{t('byArea')}</h2>
      <TallyTable
        language={language}
        caption={chartTitle('areas', language)}
        head={words('area')}
        rows={areas.map((each) => ({ ...each, href: href('/commitments', { ...kept, area: each.key }) }))}
      />
      <ChartFiles drawing={{ chart: 'areas', counted: areas }} {...taken} />
      <h2>{t('byParty')}</h2>
      <p className="mb-2 max-w-measure text-soft">{t('partyMeans')}</p>
      <TallyTable
        language={language}
        caption={chartTitle('parties', language)}
        head={words('party')}
        none={words('partyNone')}
        rows={parties.map((each) => ({ ...each, href: href('/commitments', { ...kept, party: each.key }) }))}
      />
      <ChartFiles drawing={{ chart: 'parties', counted: parties }} {...taken} />
      <h2>{t('score')}</h2>
      <ScoreLine score={scoreOf(addTallies(overall, own))} language={language} href={href} />
      <details className="mt-3">
        <summary className="font-sans text-sm text-soft">{t('sum')}</summary>
        <ScoreTable chart="parts" overall={overall} own={own} language={language} />
      </details>
      <ChartFiles drawing={{ chart: 'parts', overall, own }} {...taken} />
    </section>
  )
}
