import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { changePassword, endOthers, endSession, signOut } from '#app/desk/account/actions.ts'
import { HiddenField, TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { listPasskeys } from '#lib/auth/passkeys.ts'
import { hasPassword, listSessions } from '#lib/auth/people.ts'
import { getSecondFactor } from '#lib/auth/second-factor.ts'
import { instantInWords } from '#lib/dates.ts'

export const generateMetadata = () => titled('Your account')

export default async function Account({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>
}) {
  const viewer = await requireMember('/desk/account')
  const { saved } = await searchParams
  const [sessions, isPasswordSet, second, passkeys] = await Promise.all([
    listSessions(viewer),
    hasPassword(viewer),
    getSecondFactor(viewer),
    listPasskeys(viewer),
  ])
  return (
    <>
      <h1>{viewer.name}</h1>
      <p className="mt-2 text-soft">
        {viewer.email} · {viewer.role.toLowerCase()} · <a href="/desk/account/address">Change the address</a>
      </p>
      {saved ? <p role="status">Your password is changed, and your other sessions are ended.</p> : null}
      <div className="mt-6">
        <Form action={signOut} submit="Sign out" label="Sign out">
          {null}
        </Form>
      </div>
      <h2>Second factor</h2>
      <p>
        <a href="/desk/account/second-factor">
          {second.state === 'on' ? 'It is switched on: codes and switching off' : 'Set up a second factor'}
        </a>
      </p>
      <h2>Passkeys</h2>
      <p>
        <a href="/desk/account/passkeys">
          {passkeys.length === 0
            ? 'Sign in without a password: add a passkey'
            : `${passkeys.length === 1 ? 'One passkey' : `${passkeys.length} passkeys`}: names, adding and removing`}
        </a>
      </p>
      <h2>Where you are signed in</h2>
      <ul className="divide-y divide-rule border-y border-rule">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <div>
              {session.device}
              {session.isThis ? ' (this one)' : ''}
              <div className="font-sans text-sm text-soft">
                {session.address ? `from ${session.address}, ` : ''}since {instantInWords(session.startedAt)},
                last seen {instantInWords(session.lastSeenAt)}
              </div>
            </div>
            <Form action={endSession} submit="End it" label={`End the session on ${session.device}`}>
              <HiddenField name="id" value={session.id} />
            </Form>
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <div className="mt-4">
          <Form action={endOthers} submit="End all others" label="End all other sessions">
            {null}
          </Form>
        </div>
      ) : null}
      <h2>{isPasswordSet ? 'Change your password' : 'Set a password'}</h2>
      <div className="max-w-sm">
        <Form action={changePassword} submit="Save password" label="Password">
          {isPasswordSet ? (
            <TextField
              name="currentPassword"
              label="Present password"
              type="password"
              autoComplete="current-password"
            />
          ) : null}
          <TextField
            name="password"
            label="New password"
            type="password"
            autoComplete="new-password"
            hint="At least 15 characters. Your other sessions end."
          />
        </Form>
      </div>
    </>
  )
}
