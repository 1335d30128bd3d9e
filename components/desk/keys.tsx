'use client'

import { useRef } from 'react'
import { useOpening } from '#components/desk/opening.ts'
import { useLetterKeys } from '#components/excerpts/reader-keys.ts'
import { Button } from '#components/ui/button.tsx'

const keys: [where: string, rows: [key: string, does: string][]][] = [
  [
    'Everywhere',
    [
      ['⌘K or Ctrl K', 'find, go, do'],
      ['?', 'this list'],
    ],
  ],
  [
    'An archived text',
    [
      ['j, k', 'next, previous sentence; with Shift: extend'],
      ['h', 'quote what is chosen'],
    ],
  ],
  [
    'Review',
    [
      ['j, k', 'next, previous update'],
      ['a', 'approve'],
      ['r', 'return'],
    ],
  ],
]

/** `?` lists the keys, and single letters can be switched off for this browser. */
export function Keys() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [hasLetters, change] = useLetterKeys()
  useOpening(
    (event) => event.key === '?' && hasLetters !== false,
    () => dialog.current?.open || dialog.current?.showModal(),
  )
  return (
    <>
      {hasLetters === null ? null : (
        <button
          type="button"
          className="cursor-pointer text-soft underline"
          onClick={() => dialog.current?.showModal()}
        >
          Keys
        </button>
      )}
      <dialog
        ref={dialog}
        aria-labelledby="keys-title"
        className="m-auto w-[min(30rem,92vw)] rounded border border-edge bg-paper p-6 text-ink backdrop:bg-ink/30"
      >
        <h2 id="keys-title" className="mt-0">
          Keys
        </h2>
        {keys.map(([where, rows]) => (
          <section key={where}>
            <h3 className="mt-4">{where}</h3>
            <dl className="grid grid-cols-[8rem_1fr] gap-y-1 font-sans text-sm">
              {rows.map(([key, does]) => (
                <div key={key} className="contents">
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <label className="mt-5 flex min-h-6 items-center gap-2 font-sans text-sm">
          <input
            type="checkbox"
            checked={hasLetters !== false}
            onChange={(event) => change(event.target.checked)}
          />
          Single letters and ? are keys in this browser
        </label>
        <form method="dialog" className="mt-5">
          <Button look="main">Close</Button>
        </form>
      </dialog>
    </>
  )
}
