// The state machine of review: which acts lead a draft from state to state, and by what access knows it.

import type { Viewer } from '#lib/auth/viewer.ts'
import type { DraftKind, DraftState } from '#lib/generated/prisma/enums.ts'

export type { DraftKind, DraftState }

const open: DraftState[] = ['DRAFT', 'RETURNED']
const submitted: DraftState[] = ['SUBMITTED']

/** What may be done with a draft: in which states, and in which it is then. */
export const passages = {
  save: { from: open, to: null },
  submit: { from: open, to: 'SUBMITTED' },
  recall: { from: submitted, to: 'DRAFT' },
  return: { from: submitted, to: 'RETURNED' },
  publish: { from: submitted, to: 'PUBLISHED' },
} as const satisfies Record<string, { from: DraftState[]; to: DraftState | null }>

/** What access knows a draft by: how far it has come, and whether it is the viewer's own. */
export function draftSituation(
  viewer: Viewer,
  { state, authorId }: { state: DraftState; authorId: string },
): `${'draft' | 'submitted' | 'published'}, ${'own' | 'other'}` {
  const whose = viewer.kind === 'member' && viewer.id === authorId ? 'own' : 'other'
  if (state === 'PUBLISHED') return `published, ${whose}`
  return `${state === 'SUBMITTED' ? 'submitted' : 'draft'}, ${whose}`
}

/** How long somebody who took a draft to review keeps it from being offered to others as free. */
export const claimMs = 30 * 60_000

const reasons = [
  'The words are not those it was promised in.',
  'It is recorded already: merge the two instead.',
  'The criteria cannot be checked.',
  'It binds other parties than those named.',
]

/** Why drafts of each kind usually come back; reviewers add words of their own. */
export const usualReasons: Record<DraftKind, string[]> = {
  UPDATE: [
    'The evidence does not carry the claim.',
    'The status is another one: say why this and not the next.',
    'The date is that of the report, not of what happened.',
    'A source of the other side is missing.',
    'The headline says more than the source.',
  ],
  SUMMIT: reasons,
  COMMITMENT: reasons,
  MERGE: reasons,
  IMPORT: reasons,
}
