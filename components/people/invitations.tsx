import { Act } from '#components/ui/act.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { HiddenField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { instantInWords } from '#lib/dates.ts'
import type { FormState } from '#lib/forms/state.ts'
import { roles } from '#lib/people/rules.ts'

type Action = (state: FormState, form: FormData) => Promise<FormState>
type Invitation = {
  id: string
  email: string
  role: keyof typeof roles
  by: string
  expiresAt: Date
  state: string
}

/** Invitations that nobody has used yet, and what can be done with each. */
export function Invitations(props: { invitations: Invitation[]; renew: Action; withdraw: Action }) {
  if (props.invitations.length === 0)
    return (
      <Empty act={<ButtonLink href="/desk/people/invite">Invite somebody</ButtonLink>}>
        Nobody is invited just now. An invitation is a link for one person and one role; it works once, within
        a week.
      </Empty>
    )
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {props.invitations.map(({ id, email, role, by, expiresAt, state }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 py-3">
          <div>
            <span className="[overflow-wrap:anywhere]">{email}</span> as {roles[role].word.toLowerCase()}
            <div className="font-sans text-sm text-soft">
              invited by {by}; {state === 'expired' ? 'its link ran out on' : 'its link works until'}{' '}
              {instantInWords(expiresAt)}
            </div>
          </div>
          <div className="flex flex-wrap items-start gap-3">
            <Form action={props.renew} label={`Renew the invitation of ${email}`} actions={<Ways />}>
              <HiddenField name="id" value={id} />
            </Form>
            <Act id={id} label="Withdraw" look="grave" action={props.withdraw} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function Ways() {
  return (
    <>
      <Button name="way" value="link">
        New link
      </Button>
      <Button name="way" value="mail">
        Mail a new link
      </Button>
    </>
  )
}
