import { Button } from '#components/ui/button.tsx'
import { Opened } from '#components/ui/opened.tsx'

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

/** What a draft's form carries along. A new summit or commitment is still given its name in a field. */
export function OpenedDraft({ isNew }: { isNew: boolean }) {
  const own = ['draftId', 'draftVersion', 'requestKey']
  return <Opened also={isNew ? own : [...own, 'slug', 'ref']} />
}
