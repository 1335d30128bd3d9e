'use client'

import type { KeyboardEvent } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { SourceChoices } from '#lib/updates/choices.ts'

type Props = { sought: string; sources: SourceChoices }

/** Narrows the sources on offer while typing, and fetches others on the button (or Enter), which needs no script. */
export function SourceFinder({ sought, sources: { find, count } }: Props) {
  return (
    <div className="mb-6">
      <label className="font-sans text-sm font-semibold">
        Sources that contain
        <input
          type="search"
          name="find"
          maxLength={100}
          defaultValue={sought}
          onKeyDown={searchOnEnter}
          className="mt-1 block w-full max-w-xs rounded border border-edge bg-paper px-3 py-1.5 text-base font-normal text-ink"
        />
      </label>
      <p role="status" className="my-2 max-w-measure font-sans text-sm text-soft">
        {find
          ? `${count === 1 ? '1 source contains' : `${count} sources contain`} “${find}”. Search for nothing to see the latest again.`
          : 'The lists below offer the latest sources; a search looks through all of them.'}
      </p>
      <Button name="act" value="find">
        Search all sources
      </Button>
    </div>
  )
}

// Enter presses a form's first button, which saves; here it searches, but not while a Chinese word is being composed.
function searchOnEnter(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.preventDefault()
  const { form } = event.currentTarget
  form?.requestSubmit(form.querySelector<HTMLButtonElement>('button[value="find"]'))
}
