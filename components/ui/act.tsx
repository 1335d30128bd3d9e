import { Button } from '#components/ui/button.tsx'
import { HiddenField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#lib/forms/state.ts'

type Props = {
  id: string
  label: string
  look?: 'main' | 'plain' | 'grave'
  action: (state: FormState, form: FormData) => Promise<FormState>
}

/** One button that does one thing to one record. */
export function Act({ id, label, look = 'plain', action }: Props) {
  return (
    <Form action={action} label={label} actions={<Button look={look}>{label}</Button>}>
      <HiddenField name="id" value={id} />
    </Form>
  )
}
