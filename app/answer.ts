import type { AsyncLocalStorage } from 'node:async_hooks'

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
export function titled(title: string): { title: string } {
  return { title: (answer()?.status ?? 200) >= 400 ? `Error: ${title}` : title }
}
