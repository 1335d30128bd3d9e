import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { AdminsOnly } from '#app/desk/admins-only.tsx'
import { renew, withdraw } from '#app/desk/people/actions.ts'
import { Invitations } from '#components/people/invitations.tsx'
import { PeopleList } from '#components/people/people-list.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { may } from '#lib/access.ts'
import { listInvitations, listPeople } from '#lib/people/read.ts'

export const generateMetadata = () => titled('People')

const done: Record<string, string> = {
  mailed: 'The invitation is in the outbox: from there it goes by mail, or by your hand.',
  withdrawn: 'The invitation is withdrawn, and its link is dead.',
}

type Props = { searchParams: Promise<Record<string, string | string[]>> }

export default async function People({ searchParams }: Props) {
  const viewer = await requireMember('/desk/people')
  if (!may(viewer, 'person.list', 'any')) return <AdminsOnly />
  const [people, invitations] = await Promise.all([listPeople(viewer), listInvitations(viewer)])
  const said = done[String((await searchParams).done)]
  const active = people.filter((each) => !each.deactivatedAt)
  const admins = active.filter((each) => each.role === 'ADMIN').length
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h1>People</h1>
        <ButtonLink look="main" href="/desk/people/invite">
          Invite somebody
        </ButtonLink>
      </div>
      <p className="mt-3 max-w-measure">
        {active.length} {active.length === 1 ? 'person works' : 'people work'} here, {admins} of them{' '}
        {admins === 1 ? 'an administrator' : 'administrators'}
        {admins === 1 ? ': invite a second one, so that one lost password locks nobody out' : ''}.
      </p>
      <p className="mt-2 flex flex-wrap gap-x-5 font-sans text-sm">
        <a href="/desk/activity" className="py-1">
          What people did
        </a>
        <a href="/desk/outbox" className="py-1">
          Outbox
        </a>
      </p>
      {said ? (
        <p role="status" className="mt-4">
          {said}
        </p>
      ) : null}
      <PeopleList people={people} self={viewer.id} />
      <h2>Invitations</h2>
      <Invitations invitations={invitations} renew={renew} withdraw={withdraw} />
    </>
  )
}
