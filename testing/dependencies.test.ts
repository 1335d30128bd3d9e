import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import about from '#package.json' with { type: 'json' }

type Line = { name: string; why: string; decision: string }

/** The lines of each table of the document, in its order. */
const tables = readFileSync('docs/dependencies.md', 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((part) =>
    [...part.matchAll(/^\| `(.+?)` \| (.*?) \| ?(.*?) ?\|$/gm)].map(
      ([, name = '', why = '', decision = '']): Line => ({ name, why, decision }),
    ),
  )
const [runs, builds, held] = tables.map((lines) => lines.map(({ name }) => name))

test('every dependency has its line of reason, in the order of package.json, and no line is left behind', () => {
  expect(runs).toEqual(Object.keys(about.dependencies))
  expect(builds).toEqual(Object.keys(about.devDependencies))
  expect(held).toEqual(Object.keys(about.overrides))
})

test('a reason says something, and the decision it names is there', () => {
  const decisions = new Set(readdirSync('docs/decisions').map((file) => file.slice(0, 3)))
  for (const { name, why, decision } of tables.flat()) {
    expect([name, why.length > 10]).toEqual([name, true])
    if (decision) expect([name, decisions.has(decision)]).toEqual([name, true])
  }
})
