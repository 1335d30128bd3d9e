// The drawings: their names, legends, axes and tables.

export const charts = {
  legend: 'What the ribbons show',
  stale: 'Stale',
  staleMeans: 'Stale: silent for longer than the review interval',
  update: 'An update',
  partyUpdate: 'An update about one party',
  asOf: 'as of {day}',
  ribbon: '{ref}, {from} to {until}: {status}',
  sameAsTable: 'The same as a table',
  ribbonsAsTable: 'The ribbons as a table',
  commitment: 'Commitment',
  status: 'Status',
  statusesFrom: 'Statuses, each with the day from which it stood',
  fromHead: 'From',
  toHead: 'To',
  asBar: 'As a bar',
} as const
