import { setAnswerStatus, titled } from '#app/answer.ts'
import { accept } from '#app/invitation/actions.ts'
import { HiddenField, TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { unscopedFindInvitation } from '#lib/people/accept.ts'
import { roles } from '#lib/people/rules.ts'

export const generateMetadata = () => titled('Your invitation')

const dead = {
  unknown:
    'This is no link of ours, or it was replaced by a newer one. Look for a later message, or ask for a new link.',
  accepted: 'This invitation has been used: the account is made. Sign in with the password chosen then.',
  withdrawn: 'This invitation was taken back. Ask whoever sent it.',
  expired: 'This invitation has run out: its link worked for a week. Ask whoever sent it for a new one.',
}

type Props = { searchParams: Promise<Record<string, string | string[]>> }

export default async function Invitation({ searchParams }: Props) {
  const { token } = await searchParams
  const invitation = typeof token === 'string' ? await unscopedFindInvitation(token) : null
  const state = invitation?.state ?? 'unknown'
  if (!invitation || typeof token !== 'string' || state !== 'open') {
    setAnswerStatus(state === 'unknown' ? 404 : 410)
    return (
      <Frame nav={[]}>
        <h1>This invitation does not work</h1>
        <p className="mt-3 max-w-measure">{state === 'open' ? dead.unknown : dead[state]}</p>
        <p className="mt-6">
          <a href="/sign-in">Sign in</a>
        </p>
      </Frame>
    )
  }
  const { by, email, role } = invitation
  return (
    <Frame nav={[]}>
      <h1>You are invited</h1>
      <p className="mt-3 max-w-measure">
        {by} invites you to work here as {roles[role].word.toLowerCase()}, who {roles[role].may}. You will
        sign in with <span className="[overflow-wrap:anywhere]">{email}</span>.
      </p>
      <div className="mt-6 max-w-sm">
        <Form action={accept} submit="Make my account" label="Your account">
          <HiddenField name="token" value={token} />
          <TextField
            name="name"
            label="Your name"
            autoComplete="name"
            hint="Colleagues see it beside what you write."
          />
          <TextField
            name="password"
            label="Password"
            type="password"
            autoComplete="new-password"
            hint="At least 15 characters. Three or four words do well."
          />
        </Form>
      </div>
    </Frame>
  )
}
