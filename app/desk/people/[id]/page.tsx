import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { AdminsOnly } from '#app/desk/admins-only.tsx'
import { deactivate, giveRole, reactivate, resetFor } from '#app/desk/people/actions.ts'
import { missing, NotFoundPage } from '#app/not-found-page.tsx'
import { Act } from '#components/ui/act.tsx'
import { HiddenField, SelectField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { may } from '#lib/access.ts'
import { instantInWords } from '#lib/dates.ts'
import { getPerson } from '#lib/people/read.ts'
import { personSituation, roleChoices, roles, rolesInWords } from '#lib/people/rules.ts'

export const generateMetadata = () => titled('Person')

const done: Record<string, string> = {
  role: 'The role is changed, and their sessions are ended: they sign in again.',
  deactivated: 'They are shut out, and all their sessions are ended. What they wrote stays.',
  reactivated: 'They may sign in again, with the role and password they had.',
}
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[]>> }

export default async function Person({ params, searchParams }: Props) {
  const { id } = await params
  const viewer = await requireMember(`/desk/people/${id}`)
  if (!may(viewer, 'person.list', 'any')) return <AdminsOnly />
  const person = await getPerson(viewer, id).catch(missing)
  if (!person) return <NotFoundPage />
  const situation = personSituation(person)
  const said = done[String((await searchParams).done)]
  return (
    <>
      <h1>{person.name}</h1>
      <p className="mt-2 text-soft">
        {person.email} · {roles[person.role].word.toLowerCase()}
        {person.deactivatedAt ? ` · deactivated on ${instantInWords(person.deactivatedAt)}` : ''} ·{' '}
        {person.lastSeenAt ? `last seen ${instantInWords(person.lastSeenAt)}` : 'never seen here'}
      </p>
      <p className="mt-2 font-sans text-sm">
        <a href={`/desk/activity?person=${id}`} className="inline-block py-1">
          What they did, and what was done to their account
        </a>
      </p>
      {said ? <p role="status">{said}</p> : null}
      {may(viewer, 'person.changeRole', situation) ? (
        <>
          <h2>What they may do</h2>
          <Form
            key={person.role}
            action={giveRole}
            values={{ role: person.role }}
            submit="Give this role"
            label="Role"
          >
            <HiddenField name="id" value={id} />
            <HiddenField name="was" value={person.role} />
            <SelectField name="role" label="Role" choices={roleChoices} hint={rolesInWords} />
          </Form>
        </>
      ) : null}
      {may(viewer, 'person.makeResetLink', situation) ? (
        <>
          <h2>Forgotten password</h2>
          <p className="mb-4 max-w-measure">
            A link to set a new password, for you to pass on. It works once, within half an hour, and ends all
            their sessions.
          </p>
          <Act id={id} label="Make a link" action={resetFor} />
        </>
      ) : null}
      {may(viewer, 'person.deactivate', situation) ? (
        <>
          <h2>Deactivate</h2>
          <p className="mb-4 max-w-measure">
            {person.name} is signed out everywhere at once and cannot sign in again. What they wrote and
            published stays under their name.
          </p>
          <Act id={id} label={`Deactivate ${person.name}`} look="grave" action={deactivate} />
        </>
      ) : null}
      {may(viewer, 'person.reactivate', situation) ? (
        <>
          <h2>Reactivate</h2>
          <Act id={id} label={`Let ${person.name} in again`} action={reactivate} />
        </>
      ) : null}
    </>
  )
}
