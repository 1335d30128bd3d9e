import { setAnswerStatus, titled } from '#app/answer.ts'
import { setNew } from '#app/new-password/actions.ts'
import { HiddenField, TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { unscopedMayReset } from '#lib/people/reset.ts'

export const generateMetadata = () => titled('A new password')

type Props = { searchParams: Promise<Record<string, string | string[]>> }

export default async function NewPassword({ searchParams }: Props) {
  const { token } = await searchParams
  if (typeof token !== 'string' || !(await unscopedMayReset(token))) {
    setAnswerStatus(410)
    return (
      <Frame nav={[{ href: '/sign-in', label: 'Sign in' }]}>
        <h1>This link does not work</h1>
        <p className="mt-3 max-w-measure">
          It has been used, or is older than half an hour. <a href="/forgotten">Ask for a new one</a>.
        </p>
      </Frame>
    )
  }
  return (
    <Frame nav={[{ href: '/sign-in', label: 'Sign in' }]}>
      <h1>Choose a new password</h1>
      <div className="mt-6 max-w-sm">
        <Form action={setNew} submit="Save password" label="Password">
          <HiddenField name="token" value={token} />
          <TextField
            name="password"
            label="New password"
            type="password"
            autoComplete="new-password"
            hint="At least 15 characters. Three or four words do well. All your sessions end."
          />
        </Form>
      </div>
    </Frame>
  )
}
