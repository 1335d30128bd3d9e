import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { add, begin, remove, rename } from '#app/desk/account/passkeys/actions.ts'
import { PasskeyForm } from '#components/people/passkey-form.tsx'
import { PasskeyList } from '#components/people/passkey-list.tsx'
import { listPasskeys } from '#lib/auth/passkeys.ts'
import { hasPassword } from '#lib/auth/people.ts'
import { takesPasskeys } from '#lib/auth/rules.ts'
import { env } from '#lib/env.ts'

export const generateMetadata = () => titled('Passkeys')

const done: Record<string, string> = {
  added: 'The passkey is added: from now on it signs you in by itself.',
  named: 'The name is changed.',
  removed: 'The passkey is removed: it opens nothing here any more. Delete it where it is kept as well.',
}

type Props = { searchParams: Promise<Record<string, string | string[]>> }

export default async function Passkeys({ searchParams }: Props) {
  const viewer = await requireMember('/desk/account/passkeys')
  const [passkeys, isPasswordSet, asked] = await Promise.all([
    listPasskeys(viewer),
    hasPassword(viewer),
    searchParams,
  ])
  const said = done[String(asked.done)]
  return (
    <>
      <p className="font-sans text-sm">
        <a href="/desk/account">Your account</a>
      </p>
      <h1>Passkeys</h1>
      <p className="mt-3 max-w-measure">
        {passkeys.length === 0
          ? 'You have none yet.'
          : `You have ${passkeys.length === 1 ? 'one' : passkeys.length}.`}{' '}
        A passkey is kept by your device or password manager and asks for your finger, face or PIN. It cannot
        be guessed, nor given away to a false site, so signing in with one asks for no code beside it.
      </p>
      {said ? (
        <p role="status" className="mt-4">
          {said}
        </p>
      ) : null}
      {passkeys.length ? (
        <PasskeyList
          passkeys={passkeys}
          renaming={typeof asked.rename === 'string' ? asked.rename : null}
          rename={rename}
          remove={remove}
        />
      ) : null}
      {asked.rename ? null : (
        <>
          <h2>Add one</h2>
          <Adding isPasswordSet={isPasswordSet} />
        </>
      )}
    </>
  )
}

function Adding({ isPasswordSet }: { isPasswordSet: boolean }) {
  if (!takesPasskeys(env().BASE_URL))
    return (
      <p className="max-w-measure">
        Browsers take passkeys only at an address with a name and behind TLS, and this product is reached at{' '}
        {env().BASE_URL}. Whoever runs it can change that.
      </p>
    )
  if (!isPasswordSet)
    return (
      <p className="max-w-measure">
        You came by a one-time link and have no password yet: <a href="/desk/account">set one first</a>.
      </p>
    )
  return (
    <div className="max-w-sm">
      <PasskeyForm begin={begin} add={add} />
      <noscript>
        <p>
          A passkey is made by the browser’s own script: switch JavaScript on for this page. All else here
          works without.
        </p>
      </noscript>
    </div>
  )
}
