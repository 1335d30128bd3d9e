// The vocabulary of the audit log: the kinds of acts, and how a device is named (user agent). Pure.

/** Every kind that is noted, and what it says of whoever did it. */
export const activityKinds = {
  SIGNED_IN: 'signed in',
  SIGN_IN_FAILED: 'failed to sign in',
  SIGNED_OUT: 'signed out',
  SESSION_ENDED: 'ended a session',
  PASSWORD_CHANGED: 'changed the password',
  RESET_ASKED: 'asked for a new password',
  RESET_LINK_MADE: 'made a link for a new password',
  PASSWORD_RESET: 'set a new password by a link',
  SECOND_FACTOR_ADDED: 'added a second factor',
  SECOND_FACTOR_REMOVED: 'removed a second factor',
  PASSKEY_ADDED: 'added a passkey',
  PASSKEY_REMOVED: 'removed a passkey',
  ADDRESS_CHANGE_ASKED: 'asked to change the e-mail address',
  ADDRESS_CHANGED: 'changed the e-mail address',
  PERSON_INVITED: 'invited',
  INVITATION_RENEWED: 'renewed an invitation',
  INVITATION_WITHDRAWN: 'withdrew an invitation',
  INVITATION_ACCEPTED: 'accepted an invitation',
  ROLE_CHANGED: 'changed a role',
  PERSON_DEACTIVATED: 'deactivated',
  PERSON_REACTIVATED: 'reactivated',
  CAPTURED: 'began a capture',
  IMPORTED: 'handed in an import',
  EXPORTED: 'exported',
  BACKED_UP: 'backed the database up',
  RESTORED: 'restored a backup',
  SET_UP: 'set up the product',
} as const

export type ActivityKind = keyof typeof activityKinds

/** The words of a kind; one that a later version noted is shown as it stands. */
export function activityInWords(kind: string): string {
  return Object.hasOwn(activityKinds, kind)
    ? activityKinds[kind as ActivityKind]
    : kind.toLowerCase().replaceAll('_', ' ')
}

/** A browser and its system from a user agent, in a few words: 'Firefox on Linux'. */
export function deviceInWords(userAgent: string | null | undefined): string {
  if (!userAgent) return 'An unknown device'
  const browser = /Firefox|Edg|Chrome|Safari|curl/.exec(userAgent)?.[0] ?? 'A browser'
  const place = /Android|iPhone|iPad|Windows|Mac OS X|Linux/.exec(userAgent)?.[0]
  return [browser === 'Edg' ? 'Edge' : browser, place].filter(Boolean).join(' on ')
}
