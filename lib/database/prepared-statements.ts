// Prepared statements: names for queries that are asked often, so that Postgres plans them once a connection:
// planning a page's queries took three times as long as answering them. docs/how-serves-a-page.md.

import { createHash } from 'node:crypto'

// Each connection keeps a plan for every name. Lists of many lengths make many texts, and must not fill its memory.
const most = 500

/**
 * Gives a statement's text the same name for ever, 27 characters of its SHA-256, from the second time it is asked;
 * '' (no name: planned, used and forgotten) the first time, and when enough have one.
 */
export function statementNames(): (statement: { sql: string }) => string {
  const names = new Map<string, string>()
  const once = new Set<string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known) return known
    if (names.size >= most) return ''
    if (!once.delete(sql)) {
      if (once.size >= most) once.clear()
      once.add(sql)
      return ''
    }
    const name = createHash('sha256').update(sql).digest('base64url').slice(0, 27)
    names.set(sql, name)
    return name
  }
}
