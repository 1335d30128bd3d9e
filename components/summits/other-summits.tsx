import { ChartFiles } from '#components/charts/files.tsx'
import { TallyTable } from '#components/charts/tally-table.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { chartTitle, type TallyOfGroup } from '#lib/charts/rules.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

export const summitsPerPage = 20
type Props = {
  language: Language
  /** All that are counted, and which of them the page shows already. */
  summits: TallyOfGroup[]
  shown: string
  page: number
  href: (path: string, more?: Record<string, string>) => string
  kept: Record<string, string>
}

/** The summits besides the one shown, with their tallies, twenty to a page. */
export function OtherSummits({ language, summits, shown, page, href, kept }: Props) {
  const others = summits.filter(({ key }) => key !== shown)
  if (others.length === 0) return null
  const from = (page - 1) * summitsPerPage
  return (
    <section id="summits">
      <h2>{wordsOf(language, 'dashboard')('others')}</h2>
      <TallyTable
        language={language}
        caption={chartTitle('summits', language)}
        head={wordsOf(language, 'charts')('summit')}
        rows={others
          .slice(from, from + summitsPerPage)
          .map((each) => ({ ...each, href: href(`/summits/${each.key}`) }))}
      />
      <Pager
        language={language}
        page={page}
        pages={Math.ceil(others.length / summitsPerPage)}
        href={(to) => `${href('/', { ...kept, page: String(to) })}#summits`}
      />
      <ChartFiles drawing={{ chart: 'summits', counted: summits }} language={language} href={href} />
    </section>
  )
}
