import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { askChange } from '#app/desk/account/address/actions.ts'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { findParkedForm } from '#lib/auth/parked-forms.ts'

export const generateMetadata = () => titled('Change your e-mail address')

type Props = { searchParams: Promise<Record<string, string | string[]>> }

export default async function ChangeAddress({ searchParams }: Props) {
  const viewer = await requireMember('/desk/account/address')
  const asked = await searchParams
  const held = await findParkedForm(viewer, String(asked.held), '/desk/account/address')
  return (
    <>
      <h1>Change your e-mail address</h1>
      <p className="mt-3 max-w-measure">
        You sign in with {viewer.email}. Both that address and the new one get a message; the change happens
        once both have agreed, within a day, and ends all your sessions.
      </p>
      {asked.asked ? (
        <p role="status" className="mt-4 max-w-measure">
          Both messages are written. Until both links are opened, nothing changes.
        </p>
      ) : null}
      <div className="mt-6 max-w-sm">
        <Form action={askChange} values={held ?? {}} submit="Ask both addresses" label="New address">
          <TextField name="email" label="New e-mail address" type="email" autoComplete="email" />
          <TextField
            name="currentPassword"
            label="Present password"
            type="password"
            autoComplete="current-password"
          />
        </Form>
      </div>
      <p className="mt-8">
        <a href="/desk/account">Back to your account</a>
      </p>
    </>
  )
}
