import { OverTime } from '#components/charts/over-time.tsx'
import { ScoreLine } from '#components/progress/score.tsx'
import { ComparedAreas } from '#components/summits/compared-areas.tsx'
import { InLanguage } from '#components/ui/in-language.tsx'
import type { GroupTallies } from '#lib/charts/chart-data.ts'
import type { ChartData } from '#lib/charts/rules.ts'
import { dateInWords } from '#lib/dates.ts'
import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { addTallies, scoreOf, tallyInWords } from '#lib/progress/rules.ts'
import type { SummitPage } from '#lib/summits/read.ts'

type ComparedSide = {
  summit: SummitPage
  progress: GroupTallies
  steps: Extract<ChartData, { chart: 'steps' }>
}
type Props = {
  sides: ComparedSide[]
  language: Language
  href: (path: string, more?: Record<string, string>) => string
}

/** Two summits: what stands where in a sentence and a score, area by area, and over time on one axis. */
export function Compared({ sides, language, href }: Props) {
  const t = wordsOf(language, 'summits')
  return (
    <>
      <div className="mt-8 grid gap-x-12 gap-y-8 md:grid-cols-2">
        {sides.map(({ summit, progress }) => (
          <section key={summit.slug} className="border-t border-edge pt-3">
            <h2 className="mt-0">
              <a href={href(`/summits/${summit.slug}`)}>
                <InLanguage text={summit.name} language={language} />
              </a>
            </h2>
            <p className="text-soft">
              {wordsOf(language, 'dashboard')('held', {
                place: say(summit.place, language).text,
                day: dateInWords(summit.startsOn, 'DAY', language),
              })}
            </p>
            <p className="mt-3 mb-3 text-lg">{tallyInWords(progress.overall, language)}</p>
            <ScoreLine
              score={scoreOf(addTallies(progress.overall, progress.own))}
              language={language}
              href={href}
            />
          </section>
        ))}
      </div>
      <h2>{t('areas')}</h2>
      <ComparedAreas
        language={language}
        sides={sides.map(({ summit, progress }) => ({
          name: summit.name,
          slug: summit.slug,
          areas: progress.areas,
        }))}
      />
      <h2>{t('overTime')}</h2>
      {sides.map(({ summit, steps }) => (
        <OverTime
          key={summit.slug}
          drawing={steps}
          heading={
            <h3>
              <InLanguage text={summit.name} language={language} />
            </h3>
          }
          language={language}
          href={href}
          kept={{ summit: summit.slug }}
        />
      ))}
    </>
  )
}
