'use client'

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useOpening } from '#components/desk/opening.ts'

export type Command = { label: string; href: string; kind: string }
type Props = { commands: Command[]; find: (words: string) => Promise<Command[]> }

/** The link to the page that finds things; with JavaScript, and by ⌘K, a list to go, search and do from anywhere. */
export function Palette({ commands, find }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const open = () => dialog.current?.open || dialog.current?.showModal()
  useOpening((event) => (event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k', open)
  return (
    <>
      <a
        href="/desk/find"
        className="inline-block py-1 text-soft"
        onClick={(event) => {
          event.preventDefault()
          open()
        }}
      >
        Find <kbd className="text-xs max-sm:hidden">⌘K</kbd>
      </a>
      <dialog
        ref={dialog}
        aria-label="Find and do"
        className="mx-auto mt-[12vh] w-[min(36rem,92vw)] rounded border border-edge bg-paper p-0 text-ink backdrop:bg-ink/30"
        {...{ closedby: 'any' }}
      >
        <Choices {...{ commands, find }} />
      </dialog>
    </>
  )
}

function Choices({ commands, find }: Props) {
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const rows = useRows(words, commands, find)
  const id = useId()
  const chosen = Math.min(at, rows.length - 1)
  const press = (event: KeyboardEvent) => {
    // Enter and the arrows belong to the input method while it composes.
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt((chosen + step + rows.length) % Math.max(1, rows.length))
    else if (event.key === 'Enter') {
      const row = rows[chosen]
      if (row) location.assign(row.href)
    } else return
    event.preventDefault()
  }
  return (
    <>
      <input
        role="combobox"
        aria-label="Go, search or do"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={rows[chosen] ? `${id}-${chosen}` : undefined}
        autoComplete="off"
        maxLength={100}
        placeholder="Go, search or do"
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
        className="block w-full border-b border-rule bg-paper px-4 py-3 font-sans text-base text-ink outline-offset-[-2px]"
      />
      <div role="listbox" id={id} aria-label="Results" className="max-h-[50vh] overflow-y-auto py-1">
        {rows.map(({ label, href, kind }, index) => (
          <a
            key={`${kind} ${href}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            href={href}
            className="flex min-h-9 items-baseline justify-between gap-4 px-4 py-1.5 font-sans text-sm text-ink no-underline aria-selected:bg-leaf aria-selected:underline"
          >
            <bdi>{label}</bdi>
            <span className="text-soft">{kind}</span>
          </a>
        ))}
      </div>
      {rows.length ? null : (
        <p role="status" className="px-4 pb-3 font-sans text-sm text-soft">
          Nothing has these words.
        </p>
      )}
    </>
  )
}

/** Commands with these words, then what is found; answers that come late to other words are dropped. */
function useRows(words: string, commands: Command[], find: Props['find']): Command[] {
  const [found, setFound] = useState<Command[]>([])
  useEffect(() => {
    let isWanted = true
    const timer = setTimeout(async () => {
      const rows = words.trim().length > 1 ? await find(words).catch(() => []) : []
      if (isWanted) setFound(rows)
    }, 120)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [words, find])
  const sought = words.trim().toLowerCase()
  return [...commands.filter(({ label }) => label.toLowerCase().includes(sought)), ...found]
}
