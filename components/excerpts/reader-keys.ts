import { useEffect, useState } from 'react'
import { selectSentence } from '#components/excerpts/passage.ts'

const setting = 'followthrough.letter-keys'

/** Whether single letters are keys, as this browser remembers it (null until it was asked), and how to change that. */
export function useLetterKeys(): [boolean | null, (isOn: boolean) => void] {
  const [isOn, setOn] = useState<boolean | null>(null)
  useEffect(() => setOn(localStorage.getItem(setting) !== 'off'), [])
  const change = (next: boolean) => {
    localStorage.setItem(setting, next ? 'on' : 'off')
    setOn(next)
  }
  return [isOn, change]
}

/** Keys of the reader: j and k, or the arrows inside the text, choose a sentence; h, or Enter there, quotes it. */
export function useReaderKeys(hasLetters: boolean, quote: () => void): void {
  useEffect(() => {
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
