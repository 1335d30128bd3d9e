import { expect, test } from 'vitest'
import { userAgentOf } from '#lib/web.ts'

test('a site is told who asks, where that is read about, and whom to write to', () => {
  expect(userAgentOf('https://tracker.example', 'mailto:desk@tracker.example')).toMatch(
    /^Followthrough\/\d+\.\d+\.\d+ \(\+https:\/\/tracker\.example\/methodology; mailto:desk@tracker\.example\)$/,
  )
})

test('an address that leads a site to itself is left out', () => {
  for (const local of ['', 'http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])
    expect(userAgentOf(local, '')).toMatch(/^Followthrough\/\d+\.\d+\.\d+$/)
})
