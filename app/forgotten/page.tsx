import { titled } from '#app/answer.ts'
import { ask } from '#app/forgotten/actions.ts'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Frame } from '#components/ui/frame.tsx'

export const generateMetadata = () => titled('A new password')

type Props = { searchParams: Promise<Record<string, string | string[]>> }

export default async function Forgotten({ searchParams }: Props) {
  if ((await searchParams).asked)
    return (
      <Frame nav={[{ href: '/sign-in', label: 'Sign in' }]}>
        <h1>Look into your mail</h1>
        <p role="status" className="mt-3 max-w-measure">
          If somebody with this address works here, a message with a link is on its way to them. The link
          works once, within half an hour.
        </p>
        <p className="mt-3 max-w-measure text-soft">
          Nothing came? Ask an administrator: they can make a link for you, which matters where no mail server
          is set up.
        </p>
      </Frame>
    )
  return (
    <Frame nav={[{ href: '/sign-in', label: 'Sign in' }]}>
      <h1>A new password</h1>
      <p className="mt-3 max-w-measure">
        Type your e-mail address, and we write to it how to choose a new one.
      </p>
      <div className="mt-6 max-w-sm">
        <Form action={ask} submit="Write to me" label="A new password">
          <TextField name="email" label="E-mail address" type="email" autoComplete="username" />
        </Form>
      </div>
    </Frame>
  )
}
