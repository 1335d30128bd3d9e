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

/** What became of a draft that was to be published with others: `fault` says why it was not. */
export type Outcome =
  | { id: string; outcome: 'published' | 'approved'; fault: null }
  | { id: string; outcome: 'refused'; fault: string }

/** What became of several, as the reviewer is told. */
export function outcomesInWords(done: Outcome[]): string {
  const count = (of: Outcome['outcome']) => done.filter(({ outcome }) => outcome === of).length
  const [published, approved] = [count('published'), count('approved')]
  return [
    published ? `${published} published, each with an entry of its own in the ledger.` : '',
    approved ? `${approved} approved: another reviewer publishes ${approved === 1 ? 'it' : 'them'}.` : '',
    published + approved ? '' : 'Nothing was published.',
    ...done.map(({ fault }) => (fault ? `One was not: ${fault}` : '')),
  ]
    .filter(Boolean)
    .join(' ')
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
