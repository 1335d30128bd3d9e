import { setAnswerStatus, titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { decide } from '#app/desk/reports/actions.ts'
import { pageAsked } from '#app/page-number.ts'
import { ReportList } from '#components/reports/report-list.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { may } from '#lib/access.ts'
import { listReports } from '#lib/reports/read.ts'

export const generateMetadata = () => titled('Reports')

type Props = { searchParams: Promise<Record<string, string | string[]>> }

export default async function Reports({ searchParams }: Props) {
  const viewer = await requireMember('/desk/reports')
  if (!may(viewer, 'report.read', 'any')) return <ReviewersOnly />
  const asked = await searchParams
  const isOpen = asked.state !== 'decided'
  const { page, fault } = pageAsked(asked.page)
  const { rows, count, pages } = await listReports(viewer, { isOpen, page })
  const path = isOpen ? '/desk/reports?' : '/desk/reports?state=decided&'
  return (
    <>
      <h1>{isOpen ? 'What readers reported' : 'Reports that are decided'}</h1>
      <p className="mt-3 max-w-measure">
        {isOpen
          ? 'Anybody can report an error on a commitment’s page, without an account. Where they are right, correct or withdraw the update, and say here what came of it. How they can be reached is deleted with the decision.'
          : 'The newest decision first.'}{' '}
        <a href={isOpen ? '/desk/reports?state=decided' : '/desk/reports'}>
          {isOpen ? 'Those that are decided' : 'Those that wait'}
        </a>
      </p>
      {fault ? <p role="alert">{fault}</p> : null}
      {asked.done ? <p role="status">The report is decided.</p> : null}
      {count === 0 ? (
        <Empty>{isOpen ? 'No report waits just now.' : 'No report has been decided yet.'}</Empty>
      ) : (
        <ReportList reports={rows} decide={decide} />
      )}
      <Pager page={page} pages={pages} href={(each) => `${path}page=${each}`} />
    </>
  )
}

function ReviewersOnly() {
  setAnswerStatus(403)
  return (
    <>
      <h1>This page is for reviewers</h1>
      <p className="mt-3 max-w-measure">
        Reviewers decide what readers reported. Go back to <a href="/desk">the desk</a>.
      </p>
    </>
  )
}
