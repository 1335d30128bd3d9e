import { Button } from '#components/ui/button.tsx'
import { HiddenField, TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import type { OwnPasskey } from '#lib/auth/passkeys.ts'
import { instantInWords } from '#lib/dates.ts'
import type { FormState } from '#lib/forms/state.ts'

type Action = (state: FormState, form: FormData) => Promise<FormState>
type Props = { passkeys: OwnPasskey[]; renaming: string | null; rename: Action; remove: Action }

/** One's passkeys, each with the acts on it. */
export function PasskeyList({ passkeys, renaming, rename, remove }: Props) {
  return (
    <ul className="mt-6 divide-y divide-rule border-y border-rule">
      {passkeys.map(({ id, name, addedAt, lastUsedAt, isSynced }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 py-4">
          <div className="min-w-0 grow basis-64 [overflow-wrap:anywhere]">
            {renaming === id ? (
              <Form action={rename} values={{ name }} submit="Save name" label={`Rename ${name}`}>
                <HiddenField name="id" value={id} />
                <TextField name="name" label="What to call it" />
              </Form>
            ) : (
              <>
                {name}
                <div className="font-sans text-sm text-soft">
                  {isSynced ? 'kept by a password manager' : 'bound to one device'}, added{' '}
                  {instantInWords(addedAt)},{' '}
                  {lastUsedAt ? `last used ${instantInWords(lastUsedAt)}` : 'not used yet'}
                </div>
              </>
            )}
          </div>
          <div className="flex flex-wrap items-center gap-4 font-sans text-sm">
            {renaming === id ? null : (
              <a href={`?rename=${id}`} aria-label={`Rename ${name}`} className="py-1">
                Rename
              </a>
            )}
            <Form
              action={remove}
              label={`Remove ${name}`}
              actions={
                <Button look="grave" aria-label={`Remove ${name}`}>
                  Remove
                </Button>
              }
            >
              <HiddenField name="id" value={id} />
            </Form>
          </div>
        </li>
      ))}
    </ul>
  )
}
