// Three-way merge of what two people wrote in one form: field by field, from what both began with.

import { wordsBetween } from '#engines/text/word-diff.ts'
import type { Clash, Fields, Merge } from '#lib/forms/state.ts'

/** What a form carries besides what is typed into it. */
const carried = new Set([
  'id',
  'version',
  'kind',
  'draftId',
  'draftVersion',
  'base',
  'requestKey',
  'act',
  'take',
  'find',
])
const isCarried = (name: string) => carried.has(name) || name.endsWith('Rows')

/** Rows of a list stand or fall together: merged one by one they would mix what was never one row. */
const unitOf = (name: string): string => /^(\w+)\.\d+\./.exec(name)?.[1] ?? name

const same = (one = '', other = ''): boolean => plain(one) === plain(other)
const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/**
 * What stands in the form after somebody else changed the record: fields that only they changed are theirs, fields that
 * both changed stay yours and are laid side by side. It is then sent from their version on.
 */
export function mergeFields(base: Fields, theirs: Fields, yours: Fields): { values: Fields; merge: Merge } {
  const values = {
    ...yours,
    id: theirs.id ?? '',
    version: theirs.version ?? '',
    ...(theirs.draftVersion ? { draftVersion: theirs.draftVersion } : {}),
    base: JSON.stringify(theirs),
  }
  const merged: Merge = { taken: {}, clashes: {} }
  const typedIn = Object.keys({ ...base, ...theirs }).filter((name) => !isCarried(name))
  for (const unit of new Set(typedIn.map(unitOf))) {
    const [was, now, typed] = [base, theirs, yours].map((fields) => ofUnit(fields, unit))
    if (!was || !now || !typed || isSame(was, now) || isSame(now, typed)) continue
    if (isSame(was, typed)) {
      replace(values, unit, now)
      merged.taken[unit] = was
    } else merged.clashes[unit] = clash(was, now, typed)
  }
  return { values, merge: merged }
}

function ofUnit(fields: Fields, unit: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => unitOf(name) === unit))
}

function isSame(one: Fields, other: Fields): boolean {
  return Object.keys({ ...one, ...other }).every((name) => same(one[name], other[name]))
}

function clash(base: Fields, theirs: Fields, yours: Fields): Clash {
  const text = (fields: Fields) => Object.values(fields).join('\n')
  const words = (after: Fields) => wordsBetween(text(base), text(after), 'en')
  return { base, theirs, yours, words: { theirs: words(theirs), yours: words(yours) } }
}

function replace(values: Fields, unit: string, by: Fields): void {
  for (const name of Object.keys(values)) if (unitOf(name) === unit) delete values[name]
  if (Object.keys(by).some((name) => name !== unit)) delete values[`${unit}Rows`]
  Object.assign(values, by)
}

/** The form after one side was taken for a field by its button, or null when no such button was pressed. */
export function takeSide(
  { take = '', ...fields }: Fields,
  clashes: Record<string, Clash> = {},
): Fields | null {
  const [, side, unit = ''] = /^(theirs|yours) ([\w.]+)$/.exec(take) ?? []
  const found = Object.hasOwn(clashes, unit) ? clashes[unit] : undefined
  if (!found || (side !== 'theirs' && side !== 'yours')) return null
  const values = { ...fields }
  replace(values, unit, found[side])
  return values
}

/** What a form began with, as it carries it along; nothing when that cannot be read. */
export function formBase({ base = '' }: Fields): Fields {
  try {
    const read: unknown = JSON.parse(base)
    const entries = typeof read === 'object' && read !== null ? Object.entries(read) : []
    return Object.fromEntries(entries.filter(([, value]) => typeof value === 'string'))
  } catch {
    return {}
  }
}
