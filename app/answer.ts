import type { AsyncLocalStorage } from 'node:async_hooks'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

// App Router pages cannot choose their status code; server/answer.ts reads the one left here.
const key = Symbol.for('followthrough.answer')
type Answer = { status?: number }

function answer(): Answer | undefined {
  return (globalThis as { [key]?: AsyncLocalStorage<Answer> })[key]?.getStore()
}

export function setAnswerStatus(status: number): void {
  const current = answer()
  if (current) current.status = status
}

/** "Error: …" for a page that answers a refused form, so that a screen reader hears it first. */
export function titled(title: string, language: Language = 'en'): { title: string } {
  const isRefused = (answer()?.status ?? 200) >= 400
  return { title: isRefused ? wordsOf(language, 'frame')('error', { title }) : title }
}
