'use client'

import type { ReactNode } from 'react'
import { ConflictBeside, type InWords } from '#components/ui/conflict-beside.tsx'
import { useFormState } from '#components/ui/form.tsx'

const box =
  'mt-1 block w-full max-w-measure rounded border border-edge bg-paper px-3 py-2 font-sans text-base text-ink aria-invalid:border-fault aria-invalid:border-2'

type Common = { name: string; label: ReactNode; hint?: ReactNode; required?: boolean; lang?: string }

function useField(name: string) {
  const state = useFormState()
  const fault = state.faults.find((each) => each.field === name)?.message
  const described = [`${name}-hint`, fault ? `${name}-fault` : ''].filter(Boolean).join(' ')
  return { value: state.values[name] ?? '', attempt: state.attempt, fault, described }
}

function Around(
  props: Common & { fault: string | undefined; inWords?: InWords | undefined; children: ReactNode },
) {
  return (
    <div>
      <label htmlFor={props.name} className="font-sans text-sm font-semibold">
        {props.label}
        {props.required === false ? <span className="font-normal text-soft"> (optional)</span> : null}
      </label>
      <div id={`${props.name}-hint`} className="max-w-measure font-sans text-sm text-soft">
        {props.hint}
      </div>
      {props.fault ? (
        <p id={`${props.name}-fault`} className="font-sans text-sm font-medium text-fault">
          Error: {props.fault}
        </p>
      ) : null}
      <ConflictBeside name={props.name} inWords={props.inWords} />
      {props.children}
    </div>
  )
}

type InputProps = Common & {
  type?: 'text' | 'email' | 'password' | 'url' | 'date' | 'number'
  autoComplete?: string
  inputMode?: 'numeric'
}

export function TextField(props: InputProps) {
  const { value, fault, described } = useField(props.name)
  const { type = 'text', autoComplete, inputMode, lang, name } = props
  return (
    <Around {...props} fault={fault}>
      <input
        id={name}
        {...{ name, type, autoComplete, inputMode, lang }}
        defaultValue={type === 'password' ? '' : value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described}
        className={box}
      />
    </Around>
  )
}

export function TextArea(props: Common & { rows?: number }) {
  const { value, fault, described } = useField(props.name)
  return (
    <Around {...props} fault={fault}>
      <textarea
        id={props.name}
        name={props.name}
        lang={props.lang}
        rows={props.rows ?? 5}
        defaultValue={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described}
        className={box}
      />
    </Around>
  )
}

export type Choice = { value: string; label: string; group?: string }

export function SelectField(props: Common & { choices: Choice[]; empty?: string }) {
  const { value, attempt, fault, described } = useField(props.name)
  const inWords: InWords = ({ [props.name]: chosen }) =>
    props.choices.find((choice) => choice.value === chosen)?.label ?? props.empty ?? ''
  return (
    <Around {...props} fault={fault} inWords={inWords}>
      <select
        // React resets a select after an action; a new key draws it again with what was chosen.
        key={attempt}
        id={props.name}
        name={props.name}
        defaultValue={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described}
        className={box}
      >
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        {grouped(props.choices).map(([group, choices]) =>
          group ? (
            <optgroup key={group} label={group}>
              {choices.map(asOption)}
            </optgroup>
          ) : (
            choices.map(asOption)
          ),
        )}
      </select>
    </Around>
  )
}

function grouped(choices: Choice[]): [string, Choice[]][] {
  return [...Map.groupBy(choices, (choice) => choice.group ?? '')]
}

function asOption({ value, label }: Choice) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  )
}

/** Boxes to tick, any number of them; each sends its value under a name of its own below `name`. */
export function CheckFields({ name, label, hint, choices }: Common & { choices: Choice[] }) {
  const state = useFormState()
  const fault = state.faults.find((each) => each.field === name)?.message
  return (
    <fieldset id={name} aria-invalid={fault ? true : undefined}>
      <legend className="font-sans text-sm font-semibold">{label}</legend>
      <p className="font-sans text-sm text-soft">{hint}</p>
      {fault ? <p className="font-sans text-sm font-medium text-fault">Error: {fault}</p> : null}
      <div className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
        {choices.map(({ value, label: words }) => (
          <label
            key={`${value} ${state.attempt}`}
            className="inline-flex min-h-6 items-center gap-2 font-sans"
          >
            <input
              type="checkbox"
              name={`${name}.${value}`}
              value={value}
              defaultChecked={state.values[`${name}.${value}`] === value}
            />
            {words}
            {state.merge?.taken[`${name}.${value}`] ? (
              <span id={`${name}.${value}-taken`} className="text-sm text-soft">
                (as it is now)
              </span>
            ) : null}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** A file to choose or drop here. Browsers forget it when a form comes back, so the hint should say what is taken. */
export function FileField(props: Common & { accept: string }) {
  const { fault, described } = useField(props.name)
  return (
    <Around {...props} fault={fault}>
      <input
        id={props.name}
        name={props.name}
        type="file"
        accept={props.accept}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described}
        className={`${box} cursor-pointer border-dashed py-8`}
      />
    </Around>
  )
}

/** A value the form carries along: a version, a request key. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}
