// Keyboard shortcuts of the reader, and the setting (localStorage) that switches single letters off.

import { useLayoutEffect, useSyncExternalStore } from 'react'
import { selectSentence } from '#components/excerpts/passage.ts'

const setting = 'followthrough.letter-keys'
const told = new Set<() => void>()
const tell = (listen: () => void) => {
  told.add(listen)
  return () => void told.delete(listen)
}

const remembered = () => localStorage.getItem(setting) !== 'off'

function change(isOn: boolean): void {
  localStorage.setItem(setting, isOn ? 'on' : 'off')
  for (const listen of told) listen()
}

/**
 * Whether single letters are keys, as this browser remembers it (null until it was asked), and how to change that for
 * whatever on the page asks.
 */
export function useLetterKeys(): [boolean | null, (isOn: boolean) => void] {
  return [useSyncExternalStore<boolean | null>(tell, remembered, () => null), change]
}

/** Keys of the reader: j and k, or the arrows inside the text, choose a sentence; h, or Enter there, quotes it. */
export function useReaderKeys(hasLetters: boolean, quote: () => void): void {
  // Not a moment after the line that says so can be seen.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = actOf(event, hasLetters, quote)
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}

function actOf(event: KeyboardEvent, hasLetters: boolean, quote: () => void): (() => void) | undefined {
  const { key, target, shiftKey } = event
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element))
    return
  if (target.closest('input, textarea, select, [contenteditable]')) return
  const isInText = target.matches('[data-article-text]')
  const letter = hasLetters ? key.toLowerCase() : ''
  if (letter === 'j' || (isInText && key === 'ArrowDown')) return () => selectSentence(1, shiftKey)
  if (letter === 'k' || (isInText && key === 'ArrowUp')) return () => selectSentence(-1, shiftKey)
  if ((letter === 'h' && !shiftKey) || (isInText && key === 'Enter')) return quote
  return
}
