import { expect, test } from 'vitest'
import { playwrightFilter, readNames, testFiles, vitestFilter } from './test-names.ts'

const files = ['lib/charts/charts.test.ts', 'lib/charts/path.test.ts', 'lib/dates.test.ts']

test('a name is a part of the path of a file, or else of a title', () => {
  expect(readNames(['charts/', './lib/charts/path.test.ts', 'a leap year'], files)).toEqual({
    files: ['lib/charts/charts.test.ts', 'lib/charts/path.test.ts'],
    titles: ['a leap year'],
    options: [],
  })
  expect(readNames([], files)).toEqual({ files: [], titles: [], options: [] })
})

test('what begins with a dash is left to the runner', () => {
  const asked = readNames(['dates', '--repeat-each=10'], files)
  expect(playwrightFilter(asked)).toEqual(['lib/dates\\.test\\.ts', '--repeat-each=10'])
  expect(vitestFilter(asked)).toEqual(['lib/dates.test.ts', '--repeat-each=10'])
})

test('titles are sought as they are written, within the files that are named', () => {
  const asked = readNames(['dates', 'what (if)?', 'or | this'], files)
  expect(vitestFilter(asked)).toEqual(['lib/dates.test.ts', '--testNamePattern=what \\(if\\)\\?|or \\| this'])
})

test('without a file, a title is sought where it is written, or else where titles are put together', () => {
  const [mine, mended] = ['sought where it is written', ['put', 'together'].join(' ~ ')]
  const filter = (title: string) => vitestFilter(readNames([title], files))
  expect(filter(mine)).toEqual(['bin/test-names.test.ts', `--testNamePattern=${mine}`])
  expect(filter(mended)).toContain('lib/access.test.ts')
  expect(filter(mended)).not.toContain('lib/dates.test.ts')
})

test('all files of tests are found, and none of packages', () => {
  expect(testFiles('unit')).toContain('bin/test-names.test.ts')
  expect(testFiles('e2e')).toContain('e2e/public.spec.ts')
  expect([...testFiles('unit'), ...testFiles('e2e')].filter((file) => file.includes('node_modules'))).toEqual(
    [],
  )
})
