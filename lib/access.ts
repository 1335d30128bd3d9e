// Access control (authorisation): one table of role × action × situation says who may do what.
// What is not written in it is refused.

import type { Viewer } from '#lib/auth/viewer.ts'
import { NotAllowed } from '#lib/errors.ts'

export type Who = 'visitor' | 'ANALYST' | 'REVIEWER' | 'ADMIN' | 'system'

const everybody: Who[] = ['visitor', 'ANALYST', 'REVIEWER', 'ADMIN', 'system']
const members: Who[] = ['ANALYST', 'REVIEWER', 'ADMIN']
const reviewers: Who[] = ['REVIEWER', 'ADMIN']

/** Action → situation of the subject → who. Situations come from lib/review/rules and lib/updates/rules. */
export const access = {
  'article.read': { any: everybody },
  'article.readWhole': { open: everybody, restricted: [...members, 'system'] },
  'article.capture': { any: members },
  'capture.start': { any: members },
  'capture.read': { any: members },
  'capture.run': { any: ['system'] },
  'capture.cancel': { running: members },
  'capture.retry': { stopped: members },
  'capture.keep': { ready: members },
  'capture.discard': { stopped: members, ready: members },
  'liveCheck.run': { any: ['system'] },
  'liveCheck.ask': { any: members },
  'liveCheck.read': { any: members },
  'proposal.rank': { any: [...members, 'system'] },
  'proposal.decide': { any: members },
  'excerpt.read': { published: everybody, unpublished: [...members, 'system'] },
  'excerpt.quote': { any: members },
  'update.read': {
    'published, own': everybody,
    'published, other': everybody,
    'gone, own': everybody,
    'gone, other': everybody,
  },
  'update.correct': { 'published, own': members, 'published, other': members },
  'update.withdraw': { 'published, other': reviewers },
  'report.send': { any: everybody },
  'report.read': { any: reviewers },
  'report.decide': { open: reviewers },
  'commitment.read': { any: everybody },
  'commitment.record': { any: reviewers },
  'commitment.amend': { any: reviewers },
  'summit.read': { any: everybody },
  'summit.record': { any: reviewers },
  'summit.amend': { any: reviewers },
  'draft.read': {
    'draft, own': members,
    'draft, other': reviewers,
    'submitted, own': members,
    'submitted, other': members,
    'published, own': members,
    'published, other': members,
  },
  'draft.begin': { any: members },
  'draft.edit': { 'draft, own': members },
  'draft.discard': { 'draft, own': members },
  'draft.submit': { 'draft, own': members },
  'draft.recall': { 'submitted, own': members },
  'draft.claim': { 'submitted, other': reviewers },
  'draft.comment': {
    'draft, own': members,
    'draft, other': reviewers,
    'submitted, own': members,
    'submitted, other': members,
  },
  'draft.publish': { 'submitted, other': reviewers },
  'draft.return': { 'submitted, other': reviewers },
  'commitment.merge': { any: reviewers },
  'import.run': { any: ['system'] },
  'area.manage': { any: reviewers },
  'party.manage': { any: reviewers },
  'ledger.read': { any: everybody },
  'ledger.check': { any: ['ADMIN', 'system'] },
  'person.find': { any: ['system'] },
  'person.list': { any: ['ADMIN'] },
  'person.invite': { any: ['ADMIN'] },
  'person.changeRole': { active: ['ADMIN'] },
  'person.deactivate': { active: ['ADMIN'] },
  'person.reactivate': { deactivated: ['ADMIN'] },
  'person.makeResetLink': { active: ['ADMIN'] },
  'person.changeAddress': { own: members },
  'message.read': { any: ['ADMIN'] },
  'message.send': { any: ['system'] },
  'message.resend': { any: ['ADMIN'] },
  'activity.read': { any: ['ADMIN'] },
  'session.list': { own: members },
  'session.revoke': { own: members },
  'password.set': { own: members },
  'secondFactor.set': { own: members },
  'passkey.set': { own: members },
} as const satisfies Record<string, Record<string, readonly Who[]>>

export type Action = keyof typeof access
type Of<Stage extends string> = `${Stage}, ${'own' | 'other'}`
/** What a subject may have come to by the time it is asked about: where its row names no such situation, nobody may. */
type Stages = {
  capture: 'running' | 'stopped' | 'ready' | 'over'
  draft: Of<'draft' | 'submitted' | 'published'>
  update: Of<'published' | 'gone'>
  person: 'active' | 'deactivated'
}
type Noun<A extends Action> = A extends `${infer N extends keyof Stages}.${string}` ? N : never
type Named<A extends Action> = keyof (typeof access)[A] & string
/** The situations an action can be asked about, and no other text: `any`, or what its noun can have come to. */
export type Situation<A extends Action> = Named<A> | ('any' extends Named<A> ? never : Stages[Noun<A>])

function whoIs(viewer: Viewer): Who {
  return viewer.kind === 'member' ? viewer.role : viewer.kind
}

/** Whether the viewer may do this to a subject in this situation. Buttons and verbs ask the same question. */
export function may<A extends Action>(viewer: Viewer, action: A, situation: NoInfer<Situation<A>>): boolean {
  const row: Record<string, readonly Who[]> = access[action]
  return Object.hasOwn(row, situation) && (row[situation]?.includes(whoIs(viewer)) ?? false)
}

/** Throws NotAllowed unless the viewer may. */
export function authorize<A extends Action>(
  viewer: Viewer,
  action: A,
  situation: NoInfer<Situation<A>>,
): void {
  if (!may(viewer, action, situation)) throw new NotAllowed(refusal(action, situation))
}

function refusal(action: Action, situation: string): string {
  if (action === 'draft.publish' && situation.endsWith('own'))
    return 'Nobody publishes their own draft: a second person reads it first.'
  return 'Your role does not allow this, or it is too late for it.'
}
