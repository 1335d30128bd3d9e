'use client'

import type { ReactNode } from 'react'
import { AutoSave } from '#components/ui/auto-save.tsx'
import { Button } from '#components/ui/button.tsx'
import { HiddenField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import type { Fields, FormState } from '#lib/forms/state.ts'
import type { DraftKind } from '#lib/review/rules.ts'

type Act = (state: FormState, form: FormData) => Promise<FormState>
type Props = {
  kind: DraftKind
  label: string
  keep: Act
  save: Act
  values: Fields
  /** What is carried along because no field shows it: the name of what is amended, say. */
  also?: string[]
  /** Whether it begins with what was typed over a draft that is gone. */
  isAgain?: boolean
  children: ReactNode
}

/** The form of a draft of any kind: it is submitted or saved by its buttons, and saves itself. */
export function DraftForm({ kind, label, keep, save, values, also = [], isAgain = false, children }: Props) {
  const buttons = (
    <>
      <Button name="act" value="submit" look="main">
        Submit for review
      </Button>
      <Button name="act" value="save">
        Save draft
      </Button>
    </>
  )
  return (
    <Form action={keep} values={values} label={label} actions={buttons}>
      {isAgain ? (
        <p role="status" className="max-w-measure">
          The draft was thrown away meanwhile. What you typed stands here, as the beginning of a new one.
        </p>
      ) : null}
      {/* The Enter key presses a form's first button: it must save, and not add or remove a row. */}
      <button type="submit" name="act" value="save" className="sr-only" tabIndex={-1} aria-hidden>
        Save draft
      </button>
      <HiddenField name="kind" value={kind} />
      {children}
      <AutoSave save={save} also={also} />
    </Form>
  )
}
