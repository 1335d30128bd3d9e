import { setAnswerStatus, titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { AdminsOnly } from '#app/desk/admins-only.tsx'
import { pageAsked } from '#app/page-number.ts'
import { ActivityFilters } from '#components/people/activity-filters.tsx'
import { ActivityList } from '#components/people/activity-list.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { may } from '#lib/access.ts'
import { ActivityFilter } from '#lib/activity/input.ts'
import { listActivity } from '#lib/activity/read.ts'
import { listPeople } from '#lib/people/read.ts'

export const generateMetadata = () => titled('What people did')

type Props = { searchParams: Promise<Record<string, string | string[]>> }

export default async function ActivityPage({ searchParams }: Props) {
  const viewer = await requireMember('/desk/activity')
  if (!may(viewer, 'activity.read', 'any')) return <AdminsOnly />
  const { page: askedPage, ...asked } = await searchParams
  const { page, fault } = pageAsked(askedPage)
  const parsed = ActivityFilter.safeParse(asked)
  if (!parsed.success) setAnswerStatus(400)
  const filter = parsed.data ?? ActivityFilter.parse({})
  const faults = [fault, ...(parsed.error?.issues ?? []).map((each) => each.message)].filter(Boolean)
  const [{ rows, count, pages }, people] = await Promise.all([
    listActivity(viewer, filter, page),
    listPeople(viewer),
  ])
  const chosen = Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
  const query = new URLSearchParams(chosen)
  return (
    <>
      <h1>What people did</h1>
      <p className="mt-3 max-w-measure">
        {count === 1 ? '1 act is noted' : `${count.toLocaleString('en')} acts are noted`}
        {query.size ? ' for this choice' : ''}, newest first, times in UTC. The list is append-only: nobody
        can change or remove a note.
      </p>
      {faults.map((each) => (
        <p key={each} role="alert" className="mt-3">
          {each} Here is the list without that.
        </p>
      ))}
      <ActivityFilters people={people} filter={filter} />
      {count === 0 ? (
        <Empty act={query.size ? <a href="/desk/activity">Show everything</a> : null}>
          Sign-ins, invitations, changes of roles, captures and exports are noted here. None fits this choice.
        </Empty>
      ) : (
        <>
          <ActivityList rows={rows} />
          <Pager
            page={page}
            pages={pages}
            href={(each) => `/desk/activity?${new URLSearchParams({ ...chosen, page: String(each) })}`}
          />
          <p className="mt-6">
            <a href={`/desk/activity/export?${query}`} download>
              Take this list as CSV
            </a>
          </p>
        </>
      )}
    </>
  )
}
