// The HTTP status code and refused form that a page leaves for server/respond.ts, in AsyncLocalStorage.

import type { AsyncLocalStorage } from 'node:async_hooks'
import type { ReactNode } from 'react'
import type { FormState } from '#lib/forms/state.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

// App Router pages cannot choose their status code; server/respond.ts reads the one left here.
const key = Symbol.for('followthrough.answer')
type Answer = { status?: number; form?: FormState; renderStatic?: (node: ReactNode) => number }

function answer(): Answer | undefined {
  return (globalThis as { [key]?: AsyncLocalStorage<Answer> })[key]?.getStore()
}

export function setAnswerStatus(status: number): void {
  const current = answer()
  if (current) current.status = status
}

/** Leaves a refused form for the page that is drawn next, in the same request: public pages have no script to hold it. */
export function leaveForm(status: number, form: FormState): void {
  const current = answer()
  if (current) Object.assign(current, { status, form })
}

export function formLeft(): FormState | undefined {
  return answer()?.form
}

/** Which part the server has rendered itself, to be put in its place; undefined where no scriptless page is answered. */
export function renderStatic(node: ReactNode): number | undefined {
  return answer()?.renderStatic?.(node)
}

/** "Error: …" for a page that answers a refused form, so that a screen reader hears it first. */
export function titled(title: string, language: Language = 'en'): { title: string } {
  const isRefused = (answer()?.status ?? 200) >= 400
  return { title: isRefused ? wordsOf(language, 'frame')('error', { title }) : title }
}
