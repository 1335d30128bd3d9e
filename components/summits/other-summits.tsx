import { TallyTable } from '#components/charts/tally-table.tsx'
import { Pager } from '#components/ui/pager.tsx'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import type { SummitTally } from '#lib/progress/read.ts'

const each = 20
type Props = {
  language: Language
  summits: SummitTally[]
  latest: string | undefined
  page: number
  href: (path: string, more?: Record<string, string>) => string
}

/** The summits before the latest, with their tallies, twenty to a page. */
export function OtherSummits({ language, summits, latest, page, href }: Props) {
  const t = wordsOf(language, 'dashboard')
  const others = summits.filter(({ slug, tally }) => slug !== latest && tally.total > 0)
  if (others.length === 0) return null
  const pages = Math.ceil(others.length / each)
  const at = Math.min(page, pages)
  return (
    <section id="summits">
      <h2>{t('others')}</h2>
      <TallyTable
        language={language}
        caption={t('summitCaption')}
        head={t('summit')}
        rows={others.slice((at - 1) * each, at * each).map((summit) => ({
          key: summit.slug,
          name: summit.name,
          tally: summit.tally,
          href: href(`/summits/${summit.slug}`),
        }))}
      />
      <Pager
        language={language}
        page={at}
        pages={pages}
        href={(to) => `${href('/', { page: String(to) })}#summits`}
      />
    </section>
  )
}
