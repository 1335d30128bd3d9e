'use client'

import { makeCredential, reasonOf, usePasskeys } from '#components/people/credentials.ts'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import type { Fault } from '#lib/errors.ts'
import type { FormState } from '#lib/forms/state.ts'

type Props = {
  begin: (
    password: string,
  ) => Promise<{ options: PublicKeyCredentialCreationOptionsJSON } | { faults: Fault[] }>
  add: (state: FormState, form: FormData) => Promise<FormState>
}

/** Adds a passkey: the password first, then whatever the browser asks, then the server keeps the public half. */
export function PasskeyForm({ begin, add }: Props) {
  const isAble = usePasskeys()
  if (isAble === undefined) return null
  if (!isAble) return <p>This browser has no passkeys; a newer one does.</p>
  const make = async (state: FormState, form: FormData): Promise<FormState> => {
    const values = { name: String(form.get('name') ?? '') }
    const refused = (faults: Fault[]) => ({ attempt: state.attempt + 1, faults, values })
    const begun = await begin(String(form.get('password') ?? ''))
    if ('faults' in begun) return refused(begun.faults)
    const made = await makeCredential(begun.options).catch((error) => ({
      field: '',
      message: reasonOf(error),
    }))
    if (typeof made !== 'string') return refused([made])
    form.delete('password')
    form.set('response', made)
    return add(state, form)
  }
  return (
    <Form action={make} submit="Add a passkey" label="Add a passkey">
      <TextField
        name="name"
        label="What to call it"
        required={false}
        hint="Such as “Work laptop”. Left empty, it is called after what keeps it."
      />
      <TextField name="password" label="Your password" type="password" autoComplete="current-password" />
    </Form>
  )
}
