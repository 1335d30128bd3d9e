import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { AdminsOnly } from '#app/desk/admins-only.tsx'
import { invite } from '#app/desk/people/actions.ts'
import { HiddenField, SelectField, TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { may } from '#lib/access.ts'
import { findParkedForm } from '#lib/auth/parked-forms.ts'
import { isMailSetUp } from '#lib/outbox/post.ts'
import { roleChoices, rolesInWords } from '#lib/people/rules.ts'

export const generateMetadata = () => titled('Invite somebody')

type Props = { searchParams: Promise<Record<string, string | string[]>> }

export default async function Invite({ searchParams }: Props) {
  const viewer = await requireMember('/desk/people/invite')
  if (!may(viewer, 'person.invite', 'any')) return <AdminsOnly />
  const held = await findParkedForm(viewer, String((await searchParams).held), '/desk/people/invite')
  const ways = [
    { value: 'link', label: 'By a link I pass on' },
    { value: 'mail', label: isMailSetUp() ? 'By mail' : 'By a message in the outbox' },
  ]
  const values = { role: 'ANALYST', way: isMailSetUp() ? 'mail' : 'link', ...held }
  return (
    <>
      <h1>Invite somebody</h1>
      <p className="mt-2 mb-8 max-w-measure text-soft">
        They choose their own name and password. The link works once, within a week, for this address and role
        only.
      </p>
      <Form action={invite} values={values} submit="Invite" label="Invitation">
        <HiddenField name="requestKey" value={crypto.randomUUID()} />
        <TextField name="email" label="Their e-mail address" type="email" autoComplete="off" />
        <SelectField name="role" label="Role" choices={roleChoices} hint={rolesInWords} />
        <SelectField name="way" label="How the invitation travels" choices={ways} />
      </Form>
      <p className="mt-8">
        <a href="/desk/people">Back to the people</a>
      </p>
    </>
  )
}
