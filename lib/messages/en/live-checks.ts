// What the live page of a source was found to be.

export const liveChecks = {
  notSince: 'The live page could not be looked at since {since}; the archived copy stays.',
  looked: '{said} (looked at on {on}).',
  lookedUntil: '{said} (looked at on {on}). Since {since} it could not be looked at.',
  same: 'The live page still says what was archived',
  sameQuotes: 'The live page still holds every passage quoted from it',
  nearlySame: 'The live page still says nearly all that was archived',
  changed: 'The live page changed after this was archived; the archived copy stays',
  changedAround:
    'The live page changed after this was archived, but still holds every passage quoted from it',
  lostOne:
    'The live page changed after this was archived: the passage quoted from it stands there no longer; the archived copy stays',
  lostAll:
    'The live page changed after this was archived: all {quotes, number} quoted passages are no longer there; the archived copy stays',
  lostSome:
    'The live page changed after this was archived: {lost, number} of {quotes, number} quoted passages are no longer there; the archived copy stays',
  isGone: 'The live page is gone; the archived copy stays',
  walled: 'The live page asks for a sign-in or a subscription now; the archived copy stays',
} as const
