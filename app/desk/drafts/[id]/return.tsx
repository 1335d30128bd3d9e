import type { ReactNode } from 'react'
import { giveBack } from '#app/desk/drafts/actions.ts'
import { SelectField, TextArea } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import type { Fields } from '#lib/forms/state.ts'

type Props = {
  to: string
  usual: string[]
  held: Fields | null
  /** What names the version that was read. */
  children: ReactNode
}

/** Returns something to its author: for a usual reason, in words of one's own, or both. */
export function Return({ to, usual, held, children }: Props) {
  return (
    <details data-review="return" open={Boolean(held?.reason || held?.usual)}>
      <summary>Return it to {to}</summary>
      <div className="mt-4">
        <Form
          action={giveBack}
          label="Return"
          submit="Return with this reason"
          values={{ reason: held?.reason ?? '', usual: held?.usual ?? '' }}
        >
          {children}
          <SelectField
            name="usual"
            label="A usual reason"
            required={false}
            empty="None of these"
            choices={usual.map((each) => ({ value: each, label: each }))}
          />
          <TextArea name="reason" label="What should change" rows={4} />
        </Form>
      </div>
    </details>
  )
}
