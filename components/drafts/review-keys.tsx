'use client'

import { useOpening } from '#components/desk/opening.ts'
import { useLetterKeys } from '#components/excerpts/reader-keys.ts'

/** The keys of review, of the queue or of one thing in it, in one line that is there when they are heard. */
export function ReviewKeys({ of }: { of: 'queue' | 'one' }) {
  const [hasLetters] = useLetterKeys()
  useOpening(
    (event) => hasLetters === true && !event.altKey && !event.ctrlKey && !event.metaKey && event.key in acts,
    (event) => acts[event.key]?.(),
  )
  if (!hasLetters) return null
  return (
    <p className="mt-6 font-sans text-sm text-soft">
      {of === 'queue'
        ? 'Keys: j and k lead through the queue, Enter opens.'
        : 'Keys: j and k lead to the next and the one before, a to publishing, r to the reason for returning.'}
    </p>
  )
}

const acts: Record<string, () => void> = {
  j: () => go(1),
  k: () => go(-1),
  a: () => document.querySelector<HTMLElement>('[data-review="publish"] button')?.focus(),
  r: () => {
    const place = document.querySelector<HTMLDetailsElement>('[data-review="return"]')
    if (place) place.open = true
    place?.querySelector<HTMLElement>('select, textarea')?.focus()
  },
}

/** On the page of one update to the next one; in the list the focus moves, and Enter opens. */
function go(step: 1 | -1): void {
  const other = document.querySelector<HTMLAnchorElement>(step > 0 ? 'a[rel="next"]' : 'a[rel="prev"]')
  if (other) {
    other.click()
    return
  }
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-review="queue"] li a')]
  const at = links.indexOf(document.activeElement as HTMLAnchorElement)
  links[at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step]?.focus()
}
