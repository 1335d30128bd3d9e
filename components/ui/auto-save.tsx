'use client'

import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useFormState } from '#components/ui/form.tsx'
import { FormVersion } from '#components/ui/form-version.tsx'
import { type Fields, type FormState, untouched } from '#lib/forms/state.ts'

type Save = (state: FormState, form: FormData) => Promise<FormState>
const quietMs = 2_000

type Props = {
  save: Save
  /** What the form carries besides its draft. */
  also?: string[]
}

/**
 * Saves the form around it two seconds after the last key and says when. Carries the draft's id, version and what it
 * said then, which every saving moves; stops when somebody else has changed the draft.
 */
export function AutoSave(props: Props) {
  const { attempt } = useFormState()
  // A form that was sent and came back carries another version, and may save itself again.
  return <Saving key={attempt} {...props} />
}

function Saving({ save, also = [] }: Props) {
  const place = useRef<HTMLParagraphElement>(null)
  const [kept, setKept] = useState<Fields>({})
  const [said, setSaid] = useState('')
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    let timer = 0
    let isStopped = false
    let isUnsaved = false
    let running: Promise<void> | null = null
    const run = async () => {
      isUnsaved = false
      const state = await save(untouched, new FormData(form)).catch(() => null)
      isUnsaved ||= !state?.notice
      isStopped = state?.theirs !== undefined
      setSaid(inWords(state))
      const saved = state?.notice ? state.values : untouched.values
      const { draftId, draftVersion } = saved
      if (!draftId || !draftVersion) return
      // A new draft is at home there once it is saved.
      window.history.replaceState(null, '', `/desk/drafts/${draftId}`)
      // At once: whoever waits to submit sends these with the form.
      flushSync(() => setKept({ draftId, draftVersion, base: JSON.stringify(saved) }))
    }
    const start = () => {
      // What is typed while a saving is under way is saved after it.
      if (running) return void running.then(onInput)
      running = run().finally(() => {
        running = null
      })
    }
    const onInput = () => {
      clearTimeout(timer)
      isUnsaved = true
      if (!isStopped) timer = window.setTimeout(start, quietMs)
    }
    // A saving under way moves the version: whoever submits meanwhile waits for it, and conflicts not with oneself.
    const onSubmit = (event: SubmitEvent) => {
      clearTimeout(timer)
      isUnsaved = false
      if (!running) return
      event.preventDefault()
      event.stopPropagation()
      const { submitter } = event
      void running.then(() => form.requestSubmit(submitter))
    }
    // The browser asks whoever leaves; it is saved while they read.
    const onLeaving = (event: BeforeUnloadEvent) => {
      if (!isUnsaved && !running) return
      event.preventDefault()
      clearTimeout(timer)
      if (!isStopped && !running) start()
    }
    // Whoever is faster than our script has typed before it could listen.
    if (isChanged(form)) onInput()
    form.addEventListener('input', onInput)
    form.addEventListener('submit', onSubmit, true)
    window.addEventListener('beforeunload', onLeaving)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('beforeunload', onLeaving)
      form.removeEventListener('input', onInput)
      form.removeEventListener('submit', onSubmit, true)
    }
  }, [save])
  return (
    <>
      <FormVersion also={['draftId', 'draftVersion', 'requestKey', ...also]} now={kept} />
      <p ref={place} role="status" className="min-h-6 font-sans text-sm text-soft">
        {said}
      </p>
    </>
  )
}

/** Whether anything in the form is otherwise than it came from the server. */
function isChanged(form: HTMLFormElement): boolean {
  return [...form.elements].some((each) => {
    if (each instanceof HTMLTextAreaElement) return each.value !== each.defaultValue
    if (each instanceof HTMLSelectElement) {
      const chosen = [...each.options].findIndex((option) => option.defaultSelected)
      return each.selectedIndex !== Math.max(0, chosen)
    }
    if (!(each instanceof HTMLInputElement) || each.type === 'hidden') return false
    return each.value !== each.defaultValue || each.checked !== each.defaultChecked
  })
}

function inWords(state: FormState | null): string {
  const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' }).format(new Date())
  if (!state) return `Not saved at ${time}: the server did not answer. What you typed is still here.`
  if (state.notice) return `Draft saved at ${time}.`
  const why = state.faults[0]?.message ?? ''
  return state.theirs ? `${why} It no longer saves itself.` : `Not saved yet: ${why}`
}
