// The project's documents against the project: whatever they name is there, and decisions keep their form.

import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sources } from '#testing/sources.ts'

const decisions = globSync('docs/decisions/*').sort()
const guides = [
  'README.md',
  'CONTRIBUTING.md',
  'STYLE.md',
  'SECURITY.md',
  ...globSync('{bench,testing,e2e,lab}/**/README.md'),
]
const documents = [...guides, ...globSync('docs/*.md'), ...decisions]
const read = (path: string) => readFileSync(path, 'utf8')
const { scripts, version } = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>
  version: string
}

/** What stands between backticks in the running text of a document, program listings left out. */
function quoted(path: string): string[] {
  const text = read(path).replace(/^```[\s\S]*?^```/gm, '')
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words)
}

/** The scripts that a text names as commands. */
function scriptsIn(text: string): string[] {
  const run = [...text.matchAll(/\bnpm run (?:-s )?([a-z][\w:]*)/g)]
  const short = [...text.matchAll(/\bnpm (start|test)\b/g)]
  return [...run, ...short].map(([, name = '']) => name)
}

describe('decisions', () => {
  test('there are at most sixteen, numbered without gaps', () => {
    expect(decisions.length).toBeGreaterThan(0)
    expect(decisions.length).toBeLessThanOrEqual(16)
    const numbers = decisions.map((path) => /^(\d{3})-[a-z0-9-]+\.md$/.exec(basename(path))?.[1])
    expect(numbers).toEqual(decisions.map((_, at) => String(at + 1).padStart(3, '0')))
  })

  test.each(decisions)('%s has its form within 25 lines', (path) => {
    const lines = read(path).trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(25)
    expect(lines[0]).toMatch(new RegExp(`^# ${basename(path).slice(0, 3)} · \\S`))
    expect(lines[2]).toMatch(/^Date: \d{4}-\d{2}-\d{2}$/)
    expect(lines[3]).toMatch(/^Status: (accepted|superseded)\b/)
    const parts = lines.filter((line) => line.startsWith('## '))
    expect(parts).toEqual(['## Context', '## Decision', '## Consequence'])
  })

  test('a decision that another names by its number is there', () => {
    const known = new Set(decisions.map((path) => basename(path).slice(0, 3)))
    const wrong = documents.flatMap((path) =>
      [...read(path).matchAll(/(?:[Dd]ecisions? |\()(0\d\d)\b/g)]
        .filter(([, number = '']) => !known.has(number))
        .map(([words]) => `${path}: ${words}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('what documents name', () => {
  const folders =
    /^(app|bench|bin|components|docs|e2e|engines|lab|lib|prisma|public|server|testing|worker|\.github|\.ci)\//
  const file = /^[\w.-]+\.(tsx?|mjs|css|sql|prisma|json|md|ya?ml)$/
  // Placeholders (NOUN, …) stand for many; what is made at run time lies in data.
  const isPlaceholder = (words: string) => /NOUN|…|<|^data\//.test(words)
  const isThere = (path: string) => (path.includes('*') ? globSync(path).length > 0 : existsSync(path))

  test('every path is there', () => {
    const names = new Set([...sources().map(({ path }) => basename(path)), ...globSync('*.{json,md,ts,js}')])
    const isWrong = (words: string) => {
      if (isPlaceholder(words)) return false
      if (folders.test(words)) return !isThere(words)
      return (
        file.test(words) && !existsSync(words) && !names.has(words) && !globSync(`prisma/sql/${words}`).length
      )
    }
    const wrong = documents.flatMap((path) =>
      quoted(path)
        .filter(isWrong)
        .map((words) => `${path}: ${words}`),
    )
    expect(wrong).toEqual([])
  })

  test('every function, table, column or setting is in the code', () => {
    const sql = globSync('prisma/{schema.prisma,sql/*.sql}').map(read)
    const text = [
      ...sources().map((each) => each.text),
      ...sql,
      read('tsconfig.json'),
      read('package.json'),
    ].join('\n')
    const words = new Set(text.match(/[A-Za-z_]\w*/g))
    const wrong = documents
      .filter((path) => path.startsWith('docs/'))
      .flatMap((path) =>
        quoted(path)
          .map((name) => /^([A-Za-z_]\w*)(?:\(.*\))?$/.exec(name)?.[1] ?? '')
          .filter((name) => name && !isPlaceholder(name) && !words.has(name))
          .map((name) => `${path}: ${name}`),
      )
    expect(wrong).toEqual([])
  })

  test('every document that code or a document leads to is there', () => {
    const named = /\bdocs\/(?:decisions\/\d{3}|[\w-]+(?:\/[\w-]+)*\.\w+)/g
    const texts = [
      ...sources().map(({ path, text }) => ({ path, text })),
      ...[...documents, 'app/tokens.css'].map((path) => ({ path, text: read(path) })),
    ]
    const wrong = texts
      .filter(({ path }) => path !== 'testing/documents.test.ts')
      .flatMap(({ path, text }) =>
        [...text.matchAll(named)]
          .filter(([words]) => globSync(`${words}*`).length === 0)
          .map(([words]) => `${path}: ${words}`),
      )
    expect(wrong).toEqual([])
  })

  test('every command is a script, and the README names every script', () => {
    const wrong = documents.flatMap((path) =>
      scriptsIn(read(path))
        .filter((name) => !(name in scripts))
        .map((name) => `${path}: ${name}`),
    )
    expect(wrong).toEqual([])
    const named = new Set(scriptsIn(read('README.md')))
    expect(Object.keys(scripts).filter((name) => !named.has(name))).toEqual([])
  })

  test('the README names every setting of the product', () => {
    const settings = [...read('lib/env.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name = '']) => name)
    const named = new Set(quoted('README.md'))
    expect(settings.length).toBeGreaterThan(5)
    expect(settings.filter((name) => !named.has(name))).toEqual([])
  })

  test('the changelog begins with the version that this is, and the lock file says the same', () => {
    expect(/^## (\d+\.\d+\.\d+) /m.exec(read('CHANGELOG.md'))?.[1]).toBe(version)
    const lock = JSON.parse(read('package-lock.json')) as {
      version: string
      packages: Record<string, object>
    }
    expect(lock.version).toBe(version)
    expect(lock.packages['']).toMatchObject({ version })
  })
})
