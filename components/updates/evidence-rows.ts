// The rows of evidence in an update's form, and the words that sources are searched by.

import type { ListSpec } from '#components/ui/rows.ts'
import { mostEvidence } from '#lib/updates/rules.ts'

export const evidenceList: ListSpec = {
  name: 'evidence',
  parts: ['source', 'bearing', 'locator'],
  most: mostEvidence,
}

/** What somebody searches sources by, fit for an address. */
export function plainWords(text: string): string {
  return text
    .slice(0, 100)
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
}
