import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { floors } from '#testing/floors.ts'

type Locked = Record<string, { version?: string; name?: string }>

/** Whether a version is at its floor or above; an early one such as 2.0.0-rc.1 counts as below 2.0.0. */
function isAtLeast(version: string, lowest: string): boolean {
  const [numbers = '', early] = version.split('-')
  const [own, floor] = [numbers, lowest].map((text) => text.split('.').map(Number)) as [number[], number[]]
  for (const [place, least] of floor.entries())
    if ((own[place] ?? 0) !== least) return (own[place] ?? 0) > least
  return early === undefined
}

/** Every copy in a lock file that is below its floor. */
function below(packages: Locked): string[] {
  return Object.entries(packages).flatMap(([path, { version = '', name }]) => {
    const called = name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const floor = floors.find((each) => each.name === called)
    if (!floor || isAtLeast(version, floor.lowest)) return []
    return [`${path} ${version}: at least ${floor.lowest}, because of ${floor.because}`]
  })
}

test('no library that had holes is used below the version that closed them, by whomever it is brought', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Locked }
  expect(Object.keys(packages)).toContain('node_modules/next')
  expect(below(packages)).toEqual([])
})

test('a copy deep inside, an early version and one under another name are found', () => {
  const found = below({
    'node_modules/next': { version: '16.2.11' },
    'node_modules/some/node_modules/undici': { version: '7.9.0' },
    'node_modules/mail': { version: '9.1.0', name: 'nodemailer' },
    'node_modules/react': { version: '19.2.6-rc.1' },
    'node_modules/@mozilla/readability': { version: '0.5.0' },
    'node_modules/react-dom': { version: '20.0.0' },
  })
  expect(found.map((each) => each.split(' ')[0])).toEqual([
    'node_modules/some/node_modules/undici',
    'node_modules/mail',
    'node_modules/react',
    'node_modules/@mozilla/readability',
  ])
})
