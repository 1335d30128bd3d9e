'use client'

import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ConflictBeside, type InWords } from '#components/ui/conflict-beside.tsx'
import { useFormState } from '#components/ui/form.tsx'
import { type ListSpec, rowCount } from '#components/ui/rows.ts'

type Rows = {
  list: ListSpec
  /** What one row is called, as in "Remove criterion 2". */
  one: string
  mayMove?: boolean
  row: (at: number) => ReactNode
}
type Props = Rows & {
  legend: string
  hint: string
  /** The whole list in words, for whoever merges two of them. */
  inWords?: InWords
}

/** A list under a legend of its own, edited row by row. */
export function ListField({ legend, hint, inWords, ...rows }: Props) {
  const { list } = rows
  const { faults } = useFormState()
  const fault = faults.find((each) => each.field === list.name)?.message
  return (
    <fieldset id={list.name} className="space-y-6">
      <legend className="font-sans text-sm font-semibold">{legend}</legend>
      <p className="mt-0 max-w-measure font-sans text-sm text-soft">{hint}</p>
      {fault ? <p className="font-sans text-sm font-medium text-fault">Error: {fault}</p> : null}
      <ConflictBeside name={list.name} inWords={inWords} />
      <ListRows {...rows} />
    </fieldset>
  )
}

/** The rows themselves. Their buttons send the form, which comes back redrawn: so they work without JavaScript. */
export function ListRows({ list, one, mayMove = false, row }: Rows) {
  const count = rowCount(useFormState().values, list)
  return (
    <>
      {Array.from({ length: count }, (_, at) => (
        // Rows are told apart by their place alone: a removed row moves the values of those after it.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
        <div key={at} className="max-w-measure space-y-3 border-l-2 border-rule pl-4">
          {row(at)}
          <div className="flex flex-wrap gap-2">
            {mayMove && at > 0 ? <Move list={list} act="up" at={at} one={one} /> : null}
            {mayMove && at < count - 1 ? <Move list={list} act="down" at={at} one={one} /> : null}
            {count > 1 ? <Move list={list} act="remove" at={at} one={one} /> : null}
          </div>
        </div>
      ))}
      <input type="hidden" name={`${list.name}Rows`} value={count} />
      {count < list.most ? (
        <Button name="act" value={`${list.name}.add`}>
          Add a {one}
        </Button>
      ) : null}
    </>
  )
}

const words = { up: 'Move up', down: 'Move down', remove: 'Remove' }

function Move({ list, act, at, one }: { list: ListSpec; act: keyof typeof words; at: number; one: string }) {
  return (
    <Button
      name="act"
      value={`${list.name}.${act}.${at}`}
      aria-label={words[act].replace(/^\w+/, (does) => `${does} ${one} ${at + 1}`)}
    >
      {words[act]}
    </Button>
  )
}
