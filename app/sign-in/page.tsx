import { redirect } from 'next/navigation'
import { titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { signIn } from '#app/sign-in/actions.ts'
import { beginByPasskey, signInByPasskey } from '#app/sign-in/passkey.ts'
import { PasskeySignIn } from '#components/people/passkey-sign-in.tsx'
import { HiddenField, TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { safeNext } from '#lib/auth/input.ts'
import { takesPasskeys } from '#lib/auth/rules.ts'
import { env } from '#lib/env.ts'

export const generateMetadata = () => titled('Sign in')

export default async function SignIn({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>
}) {
  const { next, ended, link, reset } = await searchParams
  const target = safeNext(typeof next === 'string' ? next : undefined)
  if ((await currentViewer()).kind === 'member') redirect(target)
  return (
    <Frame nav={[{ href: '/commitments', label: 'Commitments' }]}>
      <h1>Sign in</h1>
      {ended ? (
        <p role="status" className="mt-4 max-w-measure">
          Your session had ended. What you had written is kept: sign in, and you come back to it.
        </p>
      ) : null}
      {reset ? (
        <p role="status" className="mt-4 max-w-measure">
          Your password is changed, and all your sessions are ended. Sign in with the new one.
        </p>
      ) : null}
      {link ? (
        <p role="alert" className="mt-4 max-w-measure">
          This link has been used, or is older than an hour. Whoever runs the product gets new ones by
          starting it again.
        </p>
      ) : null}
      <div className="mt-6 max-w-sm">
        <Form action={signIn} submit="Sign in">
          <HiddenField name="next" value={target} />
          <TextField name="email" label="E-mail address" type="email" autoComplete="username" />
          <TextField name="password" label="Password" type="password" autoComplete="current-password" />
        </Form>
      </div>
      {takesPasskeys(env().BASE_URL) ? (
        <>
          <PasskeySignIn next={target} begin={beginByPasskey} finish={signInByPasskey} />
          <noscript>
            <p className="mt-3 max-w-measure text-soft">
              A passkey needs JavaScript on this page. Everything else works without.
            </p>
          </noscript>
        </>
      ) : null}
      <p className="mt-6">
        <a href="/forgotten">I forgot my password</a>
      </p>
      <p className="mt-8 max-w-measure text-soft">
        There is no default password. The first time, the product prints a one-time link where it was started.
      </p>
    </Frame>
  )
}
