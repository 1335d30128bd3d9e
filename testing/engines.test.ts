import { expect, test } from 'vitest'
import { sources } from '#testing/sources.ts'

// Whatever an engine needs of an installation is handed to it, so that it runs alone: on a command line, in a child.
test('engines are libraries: they know nothing of lib, nor of any other part of this product', () => {
  const foreign = /^(lib|components|app|server|worker|prisma|bin)\//
  const engines = sources().filter((each) => each.path.startsWith('engines/'))
  expect(engines.length).toBeGreaterThan(50)
  expect(
    engines.filter((each) => each.imports.some((to) => foreign.test(to.path))).map((each) => each.path),
  ).toEqual([])
})
