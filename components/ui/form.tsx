'use client'

import { createContext, type ReactNode, useActionState, useContext, useEffect, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type Fields, type FormState, type Merge, untouched } from '#lib/forms/state.ts'

const Shown = createContext<FormState>(untouched)

/** What the form around a field last answered: faults, and every value as typed. */
export function useFormState(): FormState {
  return useContext(Shown)
}

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** Values to begin with: the record's own, or those of a form parked while its owner signed in. */
  values?: Fields
  submit?: string
  label?: string
  children: ReactNode
  /** Further buttons; give them name and value to tell them apart. */
  actions?: ReactNode
}

/** A form that works without JavaScript, keeps every value, and puts its faults first. */
export function Form({ action, values = {}, submit, label, children, actions }: Props) {
  const [state, send, isPending] = useActionState(action, { ...untouched, values })
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.faults.length === 0) return
    summary.current?.focus()
    if (!document.title.startsWith('Error: ')) document.title = `Error: ${document.title}`
  }, [state])
  return (
    <Shown value={state}>
      <form action={send} aria-label={label} noValidate className="space-y-6">
        <div
          ref={summary}
          tabIndex={-1}
          role={state.faults.length ? 'alert' : undefined}
          className="empty:hidden"
        >
          {state.faults.length ? <Faults state={state} /> : null}
          {state.notice ? <Notice text={state.notice} /> : null}
        </div>
        {/* The Enter key presses a form's first button: that must not be one that takes a side. */}
        {state.merge ? <button type="submit" className="sr-only" tabIndex={-1} aria-hidden /> : null}
        {children}
        <div className="flex flex-wrap items-center gap-3">
          {submit ? (
            <Button look="main" aria-disabled={isPending}>
              {submit}
            </Button>
          ) : null}
          {actions}
        </div>
      </form>
    </Shown>
  )
}

function Faults({ state }: { state: FormState }) {
  return (
    <div className="rounded border-2 border-fault px-5 py-4">
      <h2 className="mt-0 text-lg">This could not be saved yet</h2>
      <ul className="mt-2 list-disc pl-5">
        {state.faults.map((fault) => (
          <li key={`${fault.field} ${fault.message}`}>
            {fault.field ? (
              <a href={`#${fault.field}`} className="text-fault">
                {fault.message}
              </a>
            ) : (
              fault.message
            )}
          </li>
        ))}
      </ul>
      {state.merge ? <Merged merge={state.merge} /> : null}
      {!state.merge && state.theirs && Object.keys(state.theirs).length ? (
        <Theirs theirs={state.theirs} />
      ) : null}
    </div>
  )
}

function Merged({ merge }: { merge: Merge }) {
  const [taken, clashes] = [Object.keys(merge.taken), Object.keys(merge.clashes)]
  const links = (names: string[], to: string) =>
    names.map((name, at) => (
      <a key={name} href={`#${name}-${to}`} className="mr-2" aria-label={`${at + 1} of ${names.length}`}>
        {at + 1}
      </a>
    ))
  return (
    <div className="mt-3 max-w-measure text-sm">
      <p>Your words are put together with the newer version; look it over and send it again.</p>
      {clashes.length ? (
        <p className="mt-1">
          Both of you changed {clashes.length === 1 ? 'one field' : `${clashes.length} fields`}. Yours stands
          there until you take theirs: {links(clashes, 'both')}
        </p>
      ) : null}
      {taken.length ? (
        <p className="mt-1">
          Only they changed {taken.length === 1 ? 'one field' : `${taken.length} fields`}, taken as it is now:{' '}
          {links(taken, 'taken')}
        </p>
      ) : null}
    </div>
  )
}

function Theirs({ theirs }: { theirs: Fields }) {
  return (
    <details open className="mt-4">
      <summary>How it stands now</summary>
      <dl className="mt-2 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
        {Object.entries(theirs).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="font-sans text-soft">{name}</dt>
            <dd className="whitespace-pre-line">{value || '—'}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
