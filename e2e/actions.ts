// Every server action of the product and who may use it. An action of the build that is not here fails
// e2e/actions.spec.ts; so does one that does not refuse the others.

import type { Who } from '#e2e/routes.ts'

type Fields = Record<string, string>
type Made = { submittedId: string; publishedId: string; personId: string; draftId: string }
/** What somebody would send who may: it has to be right, so that the answer is about them and not about a field. */
type Sent = (made: Made) => Fields

const person: Sent = ({ personId: id }) => ({ id, role: 'REVIEWER', was: 'ANALYST', way: 'link' })
const draft: Sent = ({ draftId: id }) => ({ id, version: '2' })

const renamed: Sent = () => ({ id: 'none', version: '1', 'name.en': 'Named by nobody' })

const members = (...names: string[]) => names.map((name): [string, [Who]] => [name, ['members']])
const everybody = (...names: string[]) => names.map((name): [string, [Who]] => [name, ['everybody']])

/** Folder of the action's file and its name → who may, and what those send. */
export const actions: Record<string, [Who, Sent?]> = {
  ...Object.fromEntries([
    // Whose secret, password or passkey is the right one; nobody is signed in yet.
    ...everybody(
      'address agree',
      'forgotten ask',
      'invitation accept',
      'new-password setNew',
      'sign-in claim',
      'sign-in signIn',
      'sign-in passCode',
      'sign-in beginByPasskey',
      '(public)/[language]/commitments/[ref]/report report',
      'sign-in signInByPasskey',
    ),
    ...members(
      'desk/find find',
      'desk/account changePassword',
      'desk/account endOthers',
      'desk/account signOut',
      'desk/account endSession',
      'desk/account/address askChange',
      'desk/account/passkeys begin',
      'desk/account/passkeys add',
      'desk/account/passkeys rename',
      'desk/account/passkeys remove',
      'desk/account/second-factor begin',
      'desk/account/second-factor confirm',
      'desk/account/second-factor renew',
      'desk/account/second-factor end',
      'desk/articles cite',
      'desk/articles quote',
      'desk/articles importAnnotation',
      'desk/captures begin',
      'desk/captures cancel',
      'desk/captures keep',
      'desk/captures keepSnapshot',
      'desk/captures discard',
      'desk/captures retry',
      'desk/live-checks checkNow',
      'desk/live-checks keepSeen',
      'desk/live-checks reread',
      'desk/proposals decide',
      'desk/proposals askAgain',
      'desk/commitments/[ref]/no-change noChangeSeen',
      'desk/drafts keep',
      'desk/drafts saveByItself',
      'desk/drafts recall',
      'desk/drafts discard',
      'desk/drafts comment',
      'desk/imports upload',
      'desk/imports look',
      'desk/imports confirm',
      'desk/imports stop',
      'desk/updates correct',
    ),
  ]),

  'desk/updates withdraw': ['reviewers', ({ publishedId: id }) => ({ id, reason: 'Because.' })],
  'desk/reports decide': ['reviewers', () => ({ id: 'none', outcome: 'DISMISSED' })],
  'desk/parties addParty': ['reviewers', () => ({ code: 'XX', 'name.en': 'Nobody' })],
  'desk/parties rename': ['reviewers', renamed],
  'desk/areas addArea': ['reviewers', () => ({ 'name.en': 'Made by nobody' })],
  'desk/areas rename': ['reviewers', renamed],
  'desk/areas place': ['reviewers', () => ({ id: 'none', to: 'up' })],
  'desk/drafts claim': ['reviewers', draft],
  'desk/drafts release': ['reviewers', draft],
  'desk/drafts publish': ['reviewers', draft],
  'desk/drafts publishAlike': ['reviewers', ({ submittedId }) => ({ [`items.${submittedId}`]: '2' })],
  'desk/drafts giveBack': ['reviewers', (made) => ({ ...draft(made), reason: 'Because.' })],

  'desk/people invite': [
    'administrators',
    () => ({ email: 'nobody@example.org', role: 'ADMIN', way: 'link' }),
  ],
  'desk/people renew': ['administrators', person],
  'desk/people withdraw': ['administrators', person],
  'desk/people giveRole': ['administrators', person],
  'desk/people resetFor': ['administrators', person],
  'desk/people deactivate': ['administrators', person],
  'desk/people reactivate': ['administrators', person],
  'desk/outbox resend': ['administrators', person],
}
