// Whether node_modules matches package-lock.json. Runs before the packages are there: node:* only.

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Packages that are missing or of another version than the lock file says; optional ones may be absent.
 * @returns {string[]}
 */
export function mismatched() {
  const read = (/** @type {string} */ name) => JSON.parse(readFileSync(join(root, name), 'utf8')).packages
  const wanted = read('package-lock.json')
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return Object.keys(wanted)
  const found = read('node_modules/.package-lock.json')
  return Object.entries(wanted)
    .filter(([path, { version, optional, devOptional }]) => {
      if (path === '' || ((optional || devOptional) && !found[path])) return false
      return found[path]?.version !== version || !existsSync(join(root, path))
    })
    .map(([path]) => path)
}
