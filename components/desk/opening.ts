// Keyboard shortcuts that open something; keys of input methods and of typing in a field are left alone.

import { useLayoutEffect } from 'react'

/** Calls `open` for a key press that `isMeant`, except one of an input method or, for plain characters, in a field. */
export function useOpening(
  isMeant: (event: KeyboardEvent) => boolean,
  open: (event: KeyboardEvent) => void,
): void {
  // Not a moment after what says that a key is heard can be seen.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || !isMeant(event)) return
      const isPlain = !event.ctrlKey && !event.metaKey
      const isTyping =
        event.target instanceof Element &&
        event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]')
      if (isPlain && isTyping) return
      event.preventDefault()
      open(event)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}
