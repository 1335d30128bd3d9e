// The drawings: their names, legends, axes and tables.

export const charts = {
  legend: 'What the ribbons show',
  stale: 'Stale',
  staleMeans: 'Stale: silent for longer than the review interval',
  update: 'An update',
  partyUpdate: 'An update about one party',
  asOf: 'as of {day}',
  ribbon: '{ref}, {from} to {until}',
  from: '{status} from {day}',
  span: '{from} to {until}',
  spans: '{spans}.',
  spansStale: '{spans}. Stale: {stretches}.',
  sameAsTable: 'The same as a table',
  ribbonsAsTable: 'The ribbons as a table',
  commitment: 'Commitment',
  status: 'Status',
  fromHead: 'From',
  toHead: 'To',
  asBar: 'As a bar',
} as const
