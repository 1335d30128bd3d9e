// Sentences of progress: where things stand, since when, and the score.

export const progress = {
  nothing: 'No commitment is recorded yet.',
  of: 'Of {total, plural, one {# commitment} other {# commitments}}, {parts}.',
  kept: '{count, plural, one {# is kept} other {# are kept}}',
  partlyKept: '{count, plural, one {# is partly kept} other {# are partly kept}}',
  underWay: '{count, plural, one {# is under way} other {# are under way}}',
  stalled: '{count, plural, one {# is stalled} other {# are stalled}}',
  notStarted: '{count, plural, one {# is not started} other {# are not started}}',
  broken: '{count, plural, one {# is broken} other {# are broken}}',
  none: '{count, plural, one {# has no update yet} other {# have no update yet}}',
  today: 'today',
  thatDay: 'that day',
  daysAgo: '{count, plural, one {# day ago} other {# days ago}}',
  monthsAgo: '{count, plural, one {# month ago} other {# months ago}}',
  yearsAgo: '{count, plural, one {# year ago} other {# years ago}}',
  daysBefore: '{count, plural, one {# day before} other {# days before}}',
  monthsBefore: '{count, plural, one {# month before} other {# months before}}',
  yearsBefore: '{count, plural, one {# year before} other {# years before}}',
  latest: 'Latest update: {ago}.',
  notPromised: 'Not promised yet: that was on {day}.',
  news: 'The latest update was {ago}.',
  newsStale:
    'The latest update was {ago}, longer than the {days, plural, one {# day} other {# days}} after which it is stale.',
  noNews: 'Promised {ago}, with no update since.',
  noNewsStale:
    'Promised {ago}, with no update since, longer than the {days, plural, one {# day} other {# days}} after which it is stale.',
  silent:
    'silent for {days, plural, one {# day} other {# days}}, since {since}; review every {every, number}',
  noScore: 'no score',
  score:
    '<value>{shown}</value> is the mean of {count, plural, one {# status} other {# statuses}} in force, overall and of parties, on the scale from −1 (not started, broken) over 0 (under way, partly kept, stalled) to +1 (kept).',
  scoreNone: '<value>{shown}</value> can be computed yet: nothing has a status.',
  leftOut: 'Left out: {count, number} for which no update is recorded.',
  nothingLeftOut: 'Nothing is left out.',
  howComputed: 'How it is computed',
} as const
