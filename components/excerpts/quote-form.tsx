'use client'

import { useEffect, useRef, useState } from 'react'
import { KeysLine } from '#components/excerpts/keys-line.tsx'
import { type Passage, selectedPassage } from '#components/excerpts/passage.ts'
import { useLetterKeys, useReaderKeys } from '#components/excerpts/reader-keys.ts'
import { Button } from '#components/ui/button.tsx'
import { HiddenField, SelectField, TextArea, TextField } from '#components/ui/field.tsx'
import { Form, useFormState } from '#components/ui/form.tsx'
import type { Fields, FormState } from '#lib/forms/state.ts'
import { type Localised, say } from '#lib/languages.ts'

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  values: Fields
  snapshotId: string
  requestKey: string
  parties: { id: string; name: Localised }[]
}
type Selected = Passage & { top: number; left: number }

/**
 * Quotes what is selected in the text, or, without JavaScript, the exact words pasted here. It stands after the text,
 * and comes beside it when a passage is taken, so that the passage stays in sight.
 */
export function QuoteForm({ action, values, snapshotId, requestKey, parties }: Props) {
  const [selected, setSelected] = useState<Selected | null>(null)
  const [start, setStart] = useState<string | null>(null)
  const [isBeside, setBeside] = useState(false)
  const [hasLetters, setLetters] = useLetterKeys()
  const holder = useRef<HTMLElement>(null)

  useEffect(() => {
    const look = () => setSelected(selection())
    look()
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])

  useEffect(() => {
    // A page that follows a form arrives without telling the browser what its address aims at.
    const aim = location.hash
    if (requestKey && aim && !document.querySelector(':target')) location.replace(aim)
    setBeside(false)
    setStart(null)
    show(undefined)
  }, [requestKey])

  function take(): void {
    const exact = holder.current?.querySelector('textarea')
    // Asked anew: a key may come before the browser has told of the last change of the selection.
    const passage = selection()
    if (!passage || !exact) return
    exact.value = passage.exact
    show(document.getSelection()?.getRangeAt(0))
    setStart(String(passage.start))
    setSelected(null)
    setBeside(true)
    exact.focus({ preventScroll: true })
  }

  function putBack(): void {
    setBeside(false)
    show(undefined)
    document.querySelector<HTMLElement>('[data-article-text]')?.focus({ preventScroll: true })
  }

  useReaderKeys(hasLetters ?? false, take)

  return (
    <>
      <section
        ref={holder}
        id="quote"
        aria-label="Quote a passage"
        className={isBeside ? `${shape} ${beside}` : `${shape} max-w-measure`}
        onKeyDown={(event) => {
          if (isBeside && event.key === 'Escape' && !event.nativeEvent.isComposing) putBack()
        }}
      >
        <div className="flex items-baseline justify-between gap-4">
          <h2 className="mt-0 text-base">Quote a passage</h2>
          {isBeside ? <Button onClick={putBack}>Close</Button> : null}
        </div>
        <Form action={action} values={values} submit="Quote" label="Quote">
          <HiddenField name="snapshotId" value={snapshotId} />
          <HiddenField name="requestKey" value={requestKey} />
          <StartField start={start} />
          <TextArea name="exact" label="Exact words" rows={4} />
          <TextField name="speaker" label="Who says it" required={false} hint="A person or an office" />
          <SelectField
            name="partyId"
            label="For which party"
            required={false}
            empty="None"
            choices={parties.map((party) => ({ value: party.id, label: say(party.name, 'en').text }))}
          />
          <TextField name="translation.en" label="Translation into English" required={false} />
        </Form>
        {hasLetters === null ? null : <KeysLine hasLetters={hasLetters} change={setLetters} />}
        <p aria-live="polite" className="sr-only">
          {selected ? `Selected: ${selected.exact}` : ''}
        </p>
      </section>
      {selected ? (
        <Button
          look="main"
          className="absolute z-10 shadow"
          style={{ top: selected.top, left: selected.left }}
          // The selection must survive the press of the button that quotes it.
          onMouseDown={(event) => event.preventDefault()}
          onClick={take}
        >
          Quote this
        </Button>
      ) : null}
    </>
  )
}

/** Keeps the passage that is being quoted in sight: the selection goes when the form takes the focus. */
function show(range: Range | undefined): void {
  if (!('highlights' in CSS)) return
  if (range) CSS.highlights.set('taken', new Highlight(range.cloneRange()))
  else CSS.highlights.delete('taken')
}

const shape = 'rounded border border-rule bg-paper p-4'
const beside =
  'fixed inset-x-2 bottom-2 z-20 max-h-[60vh] overflow-auto shadow-lg sm:left-auto sm:w-96 lg:max-h-[85vh]'

/** Where the words were selected, kept when the form comes back. */
function StartField({ start }: { start: string | null }) {
  const { values } = useFormState()
  return <input type="hidden" name="start" value={start ?? values.start ?? ''} />
}

function selection(): Selected | null {
  const passage = selectedPassage()
  const box = passage && document.getSelection()?.getRangeAt(0).getBoundingClientRect()
  if (!box) return null
  return {
    ...passage,
    top: box.bottom + window.scrollY + 6,
    left: Math.max(8, Math.min(box.left, window.innerWidth - 120)) + window.scrollX,
  }
}
