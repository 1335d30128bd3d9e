import { agree } from '#app/address/actions.ts'
import { setAnswerStatus, titled } from '#app/answer.ts'
import { HiddenField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { type AddressChange, unscopedFindAddressChange } from '#lib/people/address.ts'

export const generateMetadata = () => titled('Your e-mail address')

type Props = { searchParams: Promise<Record<string, string | string[]>> }

export default async function Address({ searchParams }: Props) {
  const { token } = await searchParams
  const change = typeof token === 'string' ? await unscopedFindAddressChange(token) : null
  if (!change || typeof token !== 'string') setAnswerStatus(404)
  else if (change.state === 'over') setAnswerStatus(410)
  return (
    <Frame nav={[{ href: '/sign-in', label: 'Sign in' }]}>
      <h1>{change?.state === 'done' ? 'The address is changed' : 'A change of address'}</h1>
      <p role="status" className="mt-3 mb-6 max-w-measure [overflow-wrap:anywhere]">
        {change
          ? sentences[change.state](change)
          : 'This is no link of ours. Open it again from the message.'}
      </p>
      {change?.state === 'open' && typeof token === 'string' ? (
        // Mail programs open links by themselves: only a press of the button agrees.
        <Form action={agree} submit="Agree" label="Agree">
          <HiddenField name="token" value={token} />
        </Form>
      ) : null}
      {change?.state === 'done' ? <a href="/sign-in">Sign in with the new address</a> : null}
    </Frame>
  )
}

const sentences: Record<AddressChange['state'], (change: AddressChange) => string> = {
  open: ({ from, to }) => `The account of ${from} is to use ${to} from now on. Do you agree?`,
  agreed: ({ side, from, to }) =>
    `This address has agreed. The change happens once ${side === 'from' ? to : from} has agreed as well.`,
  done: ({ to }) => `Both addresses have agreed: the account now uses ${to}, and all its sessions are ended.`,
  over: () => 'This link no longer works: the change was dropped, or is older than a day.',
}
