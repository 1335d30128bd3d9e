import type { Metadata } from 'next'
import { languageOf, type Params, type Query, readPageRequest, refuse } from '#app/(public)/request-params.ts'
import { setAnswerStatus, titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { missing } from '#app/not-found-page.tsx'
import { StaticMarkup } from '#app/static-markup.tsx'
import { ClockForm } from '#components/progress/clock-form.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { Compared } from '#components/summits/compared.tsx'
import { CompareForm } from '#components/summits/switch.tsx'
import { groupsOf, stepsData } from '#lib/charts/chart-data.ts'
import { listFilterOptions } from '#lib/commitments/search.ts'
import { say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { getSummit } from '#lib/summits/read.ts'

type Props = { params: Params; searchParams: Query }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await languageOf(params)
  return titled(wordsOf(language, 'summits')('compare'), language)
}

/** Two summits side by side, both at the same clocks. */
export default async function Compare({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const read = await readPageRequest(params, searchParams)
  const { language, clocks, today, href } = read
  const t = wordsOf(language, 'summits')
  const asked = [read.asked.a ?? '', read.asked.b ?? '']
  const [options, ...found] = await Promise.all([
    listFilterOptions(viewer, clocks),
    ...asked.map((slug) => (slug ? getSummit(viewer, clocks, slug).catch(missing) : null)),
  ])
  const unknown = asked.filter((slug, at) => slug && !found[at])
  const isTwice = asked[0] !== '' && asked[0] === asked[1]
  const page = refuse(read, [
    ...[...new Set(unknown)].map((slug) => t('unknown', { asked: slug.slice(0, 40) })),
    ...(isTwice ? [t('same')] : []),
  ])
  if (unknown.length) setAnswerStatus(404)
  const there = isTwice ? [] : found.filter((each) => each !== null)
  const [one, other] = there
  const from = there.map(({ startsOn }) => startsOn).toSorted()[0] ?? today
  const kept = { ...(asked[0] ? { a: asked[0] } : {}), ...(asked[1] ? { b: asked[1] } : {}) }
  return (
    <StaticMarkup>
      <ClockNotice {...page} now={`/compare?${new URLSearchParams(kept)}`} />
      <h1>
        {one && other
          ? t('two', { one: say(one.name, language).text, other: say(other.name, language).text })
          : t('compare')}
      </h1>
      <CompareForm
        asked={asked}
        from={options.summits}
        clocks={clocks.isNow ? {} : page.asked}
        language={language}
      />
      {one && other ? (
        <Compared
          sides={[one, other].map((summit) => ({
            summit,
            progress: groupsOf(summit.lines),
            steps: stepsData(summit.lines, clocks.on, today, from),
          }))}
          language={language}
          href={href}
        />
      ) : (
        <p className="mt-6 max-w-measure">{t('chooseTwo')}</p>
      )}
      <ClockForm {...page} from={from} path="/compare" carried={kept} />
    </StaticMarkup>
  )
}
