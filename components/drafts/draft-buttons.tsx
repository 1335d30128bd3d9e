import { AutoSave } from '#components/ui/auto-save.tsx'
import { Button } from '#components/ui/button.tsx'
import type { FormState } from '#lib/forms/state.ts'

/** How a draft's form is sent. */
export function DraftButtons() {
  return (
    <>
      <Button name="act" value="submit" look="main">
        Submit for review
      </Button>
      <Button name="act" value="save">
        Save draft
      </Button>
    </>
  )
}

/** The Enter key presses a form's first button: it must save, and not add or remove a row. */
export function EnterSaves() {
  return (
    <button type="submit" name="act" value="save" className="sr-only" tabIndex={-1} aria-hidden>
      Save draft
    </button>
  )
}

type Opened = { isNew: boolean; save: (state: FormState, form: FormData) => Promise<FormState> }

/** What a draft's form carries along, and saves by itself. A new summit or commitment is still named in a field. */
export function OpenedDraft({ isNew, save }: Opened) {
  const also = isNew ? [] : ['slug', 'ref']
  return <AutoSave folder="/desk/drafts" id="draftId" version="draftVersion" {...{ save, also }} />
}
