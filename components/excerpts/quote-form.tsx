'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Carried, SelectField, TextArea, TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import type { Fields, FormState } from '#lib/forms-state.ts'
import { type Localised, say } from '#lib/languages.ts'

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  values: Fields
  snapshotId: string
  requestKey: string
  parties: { id: string; name: Localised }[]
}
type Selected = { exact: string; start: number; top: number; left: number }

/** Quotes what is selected in the text, or, by keyboard and without JavaScript, the exact words pasted here. */
export function QuoteForm({ action, values, snapshotId, requestKey, parties }: Props) {
  const [selected, setSelected] = useState<Selected | null>(null)
  const holder = useRef<HTMLDivElement>(null)

  function take(): void {
    const [exact, start] = [
      holder.current?.querySelector('textarea'),
      holder.current?.querySelector<HTMLInputElement>('[name=start]'),
    ]
    if (!selected || !exact || !start) return
    exact.value = selected.exact
    start.value = String(selected.start)
    setSelected(null)
    exact.focus()
    exact.scrollIntoView({ block: 'center' })
  }

  useEffect(() => {
    const look = () => setSelected(selectionInText())
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable]')
      if (
        event.key !== 'h' ||
        event.isComposing ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping
      )
        return
      event.preventDefault()
      take()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })

  return (
    <div ref={holder} className="rounded border border-rule p-4">
      <h2 className="mt-0 text-base">Quote a passage</h2>
      <p className="font-sans text-sm text-soft">
        Select it in the text and press h, or paste its exact words.
      </p>
      <Form action={action} values={values} submit="Quote" label="Quote">
        <Carried name="snapshotId" value={snapshotId} />
        <Carried name="requestKey" value={requestKey} />
        <input type="hidden" name="start" defaultValue="" />
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
    </div>
  )
}

function selectionInText(): Selected | null {
  const selection = document.getSelection()
  const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null
  if (!range) return null
  const [start, end] = [
    offsetOf(range.startContainer, range.startOffset),
    offsetOf(range.endContainer, range.endOffset),
  ]
  if (start === null || end === null || end <= start) return null
  const box = range.getBoundingClientRect()
  return {
    exact: textBetween(start, end),
    start,
    top: box.bottom + window.scrollY + 6,
    left: box.left + window.scrollX,
  }
}

function offsetOf(node: Node, offset: number): number | null {
  const piece = (
    node instanceof Element ? (node.childNodes[offset] ?? node) : node
  ).parentElement?.closest<HTMLElement>('[data-start]')
  if (!piece) return null
  return Number(piece.dataset.start) + (node.nodeType === Node.TEXT_NODE ? offset : 0)
}

/** The words between two offsets, put together from the pieces drawn; between paragraphs there is a line end. */
function textBetween(start: number, end: number): string {
  let text = ''
  let at = start
  for (const piece of document.querySelectorAll<HTMLElement>('[data-article-text] [data-start]')) {
    const from = Number(piece.dataset.start)
    const words = piece.textContent ?? ''
    if (from + words.length <= start || from >= end) continue
    if (from > at) text += '\n'.repeat(from - at)
    text += words.slice(Math.max(0, start - from), end - from)
    at = from + words.length
  }
  return text
}
