import type { Fields } from '#lib/forms/state.ts'
import { mostEvidence } from '#lib/updates/rules.ts'

const parts = ['source', 'bearing', 'locator']

/** How many rows of evidence a form shows: those it was sent with, and at least one. */
export function rowCount(fields: Fields): number {
  const filled = Object.keys(fields).flatMap((name) => /^evidence\.(\d)\./.exec(name)?.[1] ?? [])
  return Math.min(mostEvidence, Math.max(1, Number(fields.rows) || 0, ...filled.map((at) => Number(at) + 1)))
}

export function withRow(fields: Fields): Fields {
  return { ...fields, rows: String(Math.min(mostEvidence, rowCount(fields) + 1)) }
}

/** The form without row `gone`: the rows after it move up. */
export function withoutRow(fields: Fields, gone: number): Fields {
  const count = rowCount(fields)
  const next: Fields = Object.fromEntries(
    Object.entries(fields).filter(([name]) => !name.startsWith('evidence.')),
  )
  const rows = Array.from({ length: count }, (_, at) => at).filter((at) => at !== gone)
  for (const [to, from] of rows.entries())
    for (const part of parts) next[`evidence.${to}.${part}`] = fields[`evidence.${from}.${part}`] ?? ''
  return { ...next, rows: String(Math.max(1, rows.length)) }
}

/** What somebody searches sources by, fit for an address. */
export function plainWords(text: string): string {
  return text
    .slice(0, 100)
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
}
