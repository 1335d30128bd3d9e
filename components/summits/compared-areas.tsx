import { Bar } from '#components/charts/tally-table.tsx'
import { ScrollBox } from '#components/ui/scroll-box.tsx'
import { groupName, type TallyOfGroup } from '#lib/charts/rules.ts'
import { type Language, type Localised, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import type { Tally } from '#lib/progress/rules.ts'
import { noUpdate, statuses, statusOrder } from '#lib/updates/rules.ts'

type Side = { slug: string; name: Localised; areas: TallyOfGroup[] }

/** Every area that either summit has, with both summits' commitments in it. */
export function ComparedAreas({ sides, language }: { sides: Side[]; language: Language }) {
  const t = wordsOf(language, 'summits')
  const areas = new Map(sides.flatMap((side) => side.areas.map((each) => [each.key, each] as const)))
  return (
    <ScrollBox label={t('areas')}>
      <table className="facts">
        <thead>
          <tr>
            <th scope="col">{t('area')}</th>
            {sides.map(({ slug, name }) => (
              <th key={slug} scope="col" className="w-2/5">
                {say(name, language).text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...areas.values()].map((area) => (
            <tr key={area.key}>
              <th scope="row">{groupName(area, language)}</th>
              {sides.map((side) => (
                <td key={side.slug}>
                  <Here tally={side.areas.find(({ key }) => key === area.key)?.tally} language={language} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function Here({ tally, language }: { tally: Tally | undefined; language: Language }) {
  if (!tally) return <span className="text-soft">{wordsOf(language, 'summits')('nothingThere')}</span>
  const said = statusOrder.flatMap((status) => {
    const count = tally.counts[status]
    return count ? [`${statuses[status].word[language]} ${count}`] : []
  })
  return (
    <>
      <Bar tally={tally} />
      {[...said, ...(tally.none ? [`${noUpdate[language]} ${tally.none}`] : [])].join(' · ')}
    </>
  )
}
