'use client'

import { Fragment } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useFormState } from '#components/ui/form.tsx'
import { ChangedWords } from '#components/ui/words.tsx'
import type { Clash, Fields } from '#lib/forms/state.ts'

export type InWords = (fields: Fields) => string
type Props = { name: string; inWords?: InWords | undefined }

/** Beside a field of a form of a stale version: what was taken from the newer version, or what both say. */
export function ConflictBeside({ name, inWords }: Props) {
  const { merge } = useFormState()
  const [taken, clash] = [merge?.taken[name], merge?.clashes[name]]
  if (clash) return <Both {...{ name, clash, inWords }} />
  if (!taken) return null
  return (
    <p id={`${name}-taken`} className="mt-1 max-w-measure border-l-4 border-accent pl-3 font-sans text-sm">
      Taken from the newer version. Before: {saying(taken, inWords)}
    </p>
  )
}

const saying = (fields: Fields, inWords?: InWords) =>
  (inWords ? inWords(fields) : Object.values(fields).join(' ')).trim() || 'nothing'

function Both({ name, clash, inWords }: Props & { clash: Clash }) {
  return (
    <section
      id={`${name}-both`}
      aria-label="What both of you changed"
      className="mt-2 mb-2 max-w-measure rounded border border-edge bg-leaf px-4 py-3 font-sans text-sm"
    >
      <p className="whitespace-pre-line">
        <span className="block text-soft">Before</span>
        <bdi>{saying(clash.base, inWords)}</bdi>
      </p>
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        {(['theirs', 'yours'] as const).map((side) => (
          <div key={side} className="flex min-w-0 flex-col items-start gap-2">
            <p className="w-full grow whitespace-pre-line [overflow-wrap:anywhere]">
              <span className="block text-soft">{side === 'theirs' ? 'Theirs' : 'Yours'}</span>
              <bdi>{inWords ? saying(clash[side], inWords) : <Told clash={clash} side={side} />}</bdi>
            </p>
            <Button
              name="take"
              value={`${side} ${name}`}
              aria-label={side === 'theirs' ? 'Take theirs' : 'Take yours'}
              aria-describedby={`${name}-both`}
            >
              {side === 'theirs' ? 'Take theirs' : 'Take yours'}
            </Button>
          </div>
        ))}
      </div>
    </section>
  )
}

function Told({ clash, side }: { clash: Clash; side: 'theirs' | 'yours' }) {
  return clash.words[side].map((words, at) => (
    // The pieces are drawn once and never move: their place is what they are.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={at}>
      <ChangedWords {...words} />
    </Fragment>
  ))
}
