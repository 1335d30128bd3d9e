// The dashboard and the summit's page.

export const dashboard = {
  title: 'Dashboard',
  summitAt: '<link>{name}</link>, {place}',
  noSummit:
    'Here the commitments of the latest summit stand as ribbons, from the promise to today. No summit is recorded yet.',
  noSummitThen:
    'Here the commitments of the latest summit stand as ribbons, from the promise to today. No summit was recorded by then.',
  openDesk: 'Open the desk',
  updates: 'Latest updates',
  noUpdates: 'No update has been published yet.',
  noUpdatesThen: 'No update had been published by then.',
  overall: 'overall',
  forParty: 'for {party}',
  stale: 'What is stale',
  staleCount:
    '{stale, number} of {total, plural, one {# commitment} other {# commitments}} {stale, plural, one {has} other {have}} had no news for longer than their review interval. Silence is shown, not counted as progress.',
  noneStale: 'No commitment has been silent for longer than its review interval.',
  allStale: 'All, the longest silence first',
  byArea: 'By area',
  byParty: 'By party',
  partyMeans:
    'What each party has done itself, where an update says so; a party’s own status is never guessed from the overall one.',
  score: 'Compliance score',
  sum: 'The sum, part by part',
  others: 'Other summits',
  held: '{place}, {day}',
  heldDays: '{place}, {from} to {until}',
  between: '{held}: {parties}.',
  ledBy: '{party} ({leader})',
  commitments: 'Commitments',
  noCommitments: 'No commitment of this summit is recorded yet.',
  noCommitmentsThen: 'No commitment of this summit was recorded by then.',
  compareWith: 'Compare it with another summit',
  said: 'What each side said of them, side by side',
} as const
