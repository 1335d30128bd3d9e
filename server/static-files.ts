// Static files: what lies in public/ is answered by Next as it lies there; which addresses that are, and their headers.

import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { resourcePolicy, scriptlessHeaders } from './security-headers.ts'

const root = join(process.cwd(), 'public')
const files = new Set(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => `/${relative(root, join(each.parentPath, each.name)).replaceAll('\\', '/')}`),
)
// Icons change with a version of the product: a day later everybody has the new ones.
const cache = 'public, max-age=86400'

/** The headers of the static file at this path; undefined where none lies. */
export function staticHeaders(path: string): [name: string, value: string][] | undefined {
  if (!files.has(path)) return undefined
  const isPicture = /\.(ico|png|svg)$/.test(path)
  return [...scriptlessHeaders(), resourcePolicy(isPicture ? 'image/' : ''), ['Cache-Control', cache]]
}
