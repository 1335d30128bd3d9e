import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { LastCheck } from '#components/live-checks/last-check.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { listChangedPages } from '#lib/live-checks/read.ts'

export const generateMetadata = () => titled('Live pages')

export default async function LiveChecks() {
  const viewer = await requireMember('/desk/live-checks')
  const checks = await listChangedPages(viewer)
  return (
    <>
      <h1>Live pages that changed or went</h1>
      <p className="mt-3 max-w-measure">{said(checks)}</p>
      {checks.length === 0 ? (
        <Empty>
          Pages on which published evidence rests are looked at daily at first, then weekly, then monthly.
          When one changes, goes, asks for a sign-in or stays silent, it comes here until what it says now is
          archived.
        </Empty>
      ) : (
        <ul className="mt-6 divide-y divide-rule border-y border-rule">
          {checks.map(({ id, title, publisher, language, finding }) => (
            <li key={id} className="py-3">
              <a href={`/desk/articles/${id}#live`} lang={language}>
                <bdi>{title}</bdi>
              </a>{' '}
              <span className="font-sans text-sm text-soft">{publisher}</span>
              <LastCheck finding={finding} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function said(checks: { lost: number }[]): string {
  const lost = checks.filter((check) => check.lost > 0).length
  if (checks.length === 0) return 'No live page has changed or gone since it was archived.'
  const pages = `${checks.length} live ${checks.length === 1 ? 'page' : 'pages'} changed, went or stayed silent since the archiving`
  return lost ? `${pages}; ${lost} of them lost quoted passages.` : `${pages}; none lost a quoted passage.`
}
