import { titled } from '#app/answer.ts'
import { passCode } from '#app/sign-in/actions.ts'
import { HiddenField, TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { safeNext } from '#lib/auth/input.ts'

export const generateMetadata = () => titled('Sign in')

type Props = { searchParams: Promise<Record<string, string | string[]>> }

export default async function Code({ searchParams }: Props) {
  const { next } = await searchParams
  return (
    <Frame nav={[{ href: '/commitments', label: 'Commitments' }]}>
      <h1>One more step</h1>
      <div className="mt-6 max-w-sm">
        <Form action={passCode} submit="Sign in">
          <HiddenField name="next" value={safeNext(typeof next === 'string' ? next : undefined)} />
          <TextField
            name="code"
            label="The code that your app shows"
            autoComplete="one-time-code"
            hint="Or one of your recovery codes: it works once."
          />
        </Form>
      </div>
      <p className="mt-6">
        <a href="/sign-in">Begin again</a>
      </p>
    </Frame>
  )
}
