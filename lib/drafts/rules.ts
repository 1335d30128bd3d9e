// What a draft would do, in words.

import type { DraftKind } from '#lib/generated/prisma/enums.ts'

export type { DraftKind }

/** What becomes of a draft when it is published: 'a new commitment', 'an amended summit'. */
export function actOf(kind: DraftKind, isAmendment: boolean): string {
  if (kind === 'MERGE') return 'two commitments made one'
  if (kind === 'IMPORT') return 'an import of commitments'
  return `${isAmendment ? 'an amended' : 'a new'} ${kind === 'SUMMIT' ? 'summit' : 'commitment'}`
}

/** Why drafts usually come back; reviewers add words of their own. */
export const usualReasons = [
  'The words are not those it was promised in.',
  'It is recorded already: merge the two instead.',
  'The criteria cannot be checked.',
  'It binds other parties than those named.',
] as const
