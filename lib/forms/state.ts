// What a form shows of its last attempt: shared by server actions and the browser.

import type { WordChange } from '#engines/text/word-diff.ts'
import type { Fault } from '#lib/errors.ts'

/** Everything a form sent, as typed: names like 'evidence.0.bearing' stay flat so that a form can be shown again. */
export type Fields = Record<string, string>

/** A field (or a list of rows) that two people changed: as both began, as it stands now, as it was typed. */
export type Clash = {
  base: Fields
  theirs: Fields
  yours: Fields
  words: { theirs: WordChange[]; yours: WordChange[] }
}

/** What came of merging: by field, what was before theirs was taken, and what both changed. */
export type Merge = { taken: Record<string, Fields>; clashes: Record<string, Clash> }

/** Nothing yet, or what was wrong with the last attempt and every value of it. */
export type FormState = {
  attempt: number
  faults: Fault[]
  values: Fields
  notice?: string
  theirs?: Fields
  merge?: Merge
}

export const untouched: FormState = { attempt: 0, faults: [], values: {} }
