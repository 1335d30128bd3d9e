import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { begin, confirm, end, renew } from '#app/desk/account/second-factor/actions.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Qr } from '#components/ui/qr.tsx'
import { hasPassword } from '#lib/auth/people.ts'
import { getSecondFactor, type SecondFactor } from '#lib/auth/second-factor.ts'

export const generateMetadata = () => titled('Second factor')

type Props = { searchParams: Promise<Record<string, string | string[]>> }

export default async function SecondFactorPage({ searchParams }: Props) {
  const viewer = await requireMember('/desk/account/second-factor')
  const [found, isPasswordSet, asked] = await Promise.all([
    getSecondFactor(viewer),
    hasPassword(viewer),
    searchParams,
  ])
  return (
    <>
      <p className="font-sans text-sm">
        <a href="/desk/account">Your account</a>
      </p>
      <h1>Second factor</h1>
      <p className="mt-3 max-w-measure">
        Beside your password, signing in then asks for a code that an app on your telephone shows. Whoever
        learns your password cannot use it alone.
      </p>
      {found.state === 'begun' ? <Begun {...found} /> : null}
      {found.state === 'on' ? <On isNew={Boolean(asked.on)} asked={asked.act} /> : null}
      {found.state === 'off' ? <Off isPasswordSet={isPasswordSet} /> : null}
    </>
  )
}

function Off({ isPasswordSet }: { isPasswordSet: boolean }) {
  if (!isPasswordSet)
    return (
      <p className="mt-6 max-w-measure">
        You came by a one-time link and have no password yet: <a href="/desk/account">set one first</a>.
      </p>
    )
  return (
    <div className="mt-6 max-w-sm">
      <Form action={begin} submit="Set it up">
        <Password />
      </Form>
    </div>
  )
}

function Begun({ secret, uri, codes }: SecondFactor & { state: 'begun' }) {
  return (
    <>
      <h2>1. Add it to your app</h2>
      <Qr text={uri} label="The secret as a QR code; it stands in letters below" />
      <p className="mt-3 max-w-measure">
        Or type it: <code className="select-all break-all">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <h2>2. Keep the recovery codes</h2>
      <p className="max-w-measure">
        Each signs you in once when the app is lost. They are shown only until you have confirmed.
      </p>
      <pre className="mt-3 max-w-sm select-all rounded border border-rule bg-leaf px-4 py-3 font-mono text-sm">
        {codes.join('\n')}
      </pre>
      <h2>3. Confirm</h2>
      <div className="max-w-sm">
        <Form action={confirm} submit="Switch it on">
          <TextField
            name="code"
            label="The code that the app shows"
            inputMode="numeric"
            autoComplete="one-time-code"
          />
        </Form>
      </div>
    </>
  )
}

const acts = {
  renew: { action: renew, submit: 'Make new recovery codes' },
  end: { action: end, submit: 'Switch it off' },
}

// One form at a time: each asks for the password.
function On({ isNew, asked }: { isNew: boolean; asked: unknown }) {
  return (
    <>
      <p role="status" className="mt-6 max-w-measure">
        {isNew ? 'It is switched on: from now on signing in asks for a code.' : 'It is switched on.'}
      </p>
      {asked === 'renew' || asked === 'end' ? (
        <div className="mt-6 max-w-sm">
          <Form key={asked} {...acts[asked]} label={acts[asked].submit}>
            <Password />
          </Form>
        </div>
      ) : (
        <div className="mt-6 flex flex-wrap gap-3">
          <ButtonLink href="?act=renew">{acts.renew.submit}</ButtonLink>
          <ButtonLink look="grave" href="?act=end">
            {acts.end.submit}
          </ButtonLink>
        </div>
      )}
    </>
  )
}

function Password() {
  return <TextField name="password" label="Your password" type="password" autoComplete="current-password" />
}
