'use client'

import { AutoSave } from '#components/ui/auto-save.tsx'
import { Button } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import { ClaimFields } from '#components/updates/claim-fields.tsx'
import { EvidenceFields } from '#components/updates/evidence-fields.tsx'
import type { Fields, FormState } from '#lib/forms/state.ts'
import type { CommitmentChoice, SourceChoices } from '#lib/updates/choices.ts'

type Act = (state: FormState, form: FormData) => Promise<FormState>
type Props = {
  action: Act
  save: Act
  values: Fields
  commitments: CommitmentChoice[]
  sources: SourceChoices
}

export function UpdateForm({ action, save, values, commitments, sources }: Props) {
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
    <Form action={action} values={values} label="Status update" actions={buttons}>
      {/* The Enter key presses a form's first button: it must save, and not add or remove a row. */}
      <button type="submit" name="act" value="save" className="sr-only" tabIndex={-1} aria-hidden>
        Save draft
      </button>
      <ClaimFields commitments={commitments} />
      <EvidenceFields sources={sources} />
      <AutoSave save={save} folder="/desk/updates" />
    </Form>
  )
}
