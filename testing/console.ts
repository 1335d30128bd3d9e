// Fails the test in which an unexpected console.error was logged; a test that expects one spies on it.

import { afterEach, beforeEach } from 'vitest'

const logged: string[] = []
const print = console.error

beforeEach(() => {
  logged.length = 0
  console.error = (...said: unknown[]) => {
    logged.push(said.map((each) => (each instanceof Error ? each.stack : String(each))).join(' '))
    print(...said)
  }
})

afterEach(() => {
  console.error = print
  if (logged.length > 0) throw new Error(`An unexpected error was logged: ${logged.join('\n')}`)
})
