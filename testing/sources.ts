// The project's own source files and what each imports (import graph), for the architecture tests.

import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

export type Source = { path: string; text: string; imports: { path: string; isType: boolean }[] }

const root = resolve(import.meta.dirname, '..')
const statement = /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm

/** Every hand-written TypeScript file, by its path from the top of the project. */
export function sources(): Source[] {
  const found = globSync(
    '{app,components,engines,lib,server,worker,testing,bin,prisma,e2e,bench,lab}/**/*.{ts,tsx,mjs}',
    {
      cwd: root,
    },
  )
  return found
    .filter((path) => !path.includes('generated/'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      const imports = [...text.matchAll(statement)].map(([, type, to = '']) => ({
        path: target(path, to),
        isType: Boolean(type),
      }))
      return { path, text, imports }
    })
}

function target(from: string, to: string): string {
  if (to.startsWith('#')) return to.slice(1)
  return to.startsWith('.') ? relative(root, resolve(root, dirname(from), to)) : to
}

/** Every file that `start` leads to through imports that exist when the program runs, itself first. */
export function reachable(start: string, all: Map<string, Source>): string[] {
  const seen = new Set([start])
  for (const path of seen)
    for (const each of all.get(path)?.imports ?? [])
      if (!each.isType && all.has(each.path)) seen.add(each.path)
  return [...seen]
}
