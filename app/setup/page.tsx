import { titled } from '#app/answer.ts'
import { NotFoundPage } from '#app/not-found-page.tsx'
import { claim } from '#app/sign-in/actions.ts'
import { HiddenField, TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { unscopedIsUnclaimed } from '#lib/auth/people.ts'

export const generateMetadata = () => titled('Set up')

export default async function Setup({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>
}) {
  const { token } = await searchParams
  if (typeof token !== 'string' || !(await unscopedIsUnclaimed()))
    return (
      <Frame nav={[]}>
        <NotFoundPage />
      </Frame>
    )
  return (
    <Frame nav={[]}>
      <h1>You are the first here</h1>
      <p className="mt-3 max-w-measure">
        Make your account: it may do everything an administrator may. This page is gone afterwards.
      </p>
      <div className="mt-6 max-w-sm">
        <Form action={claim} submit="Make my account">
          <HiddenField name="token" value={token} />
          <TextField
            name="name"
            label="Your name"
            autoComplete="name"
            hint="Colleagues see it beside what you write."
          />
          <TextField name="email" label="E-mail address" type="email" autoComplete="username" />
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
