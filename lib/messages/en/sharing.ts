// Taking a page along: citing, downloading, printing, passing on.

export const sharing = {
  cite: 'Cite it',
  download: 'Download: <json>JSON</json>, <csv>CSV</csv>',
  report: 'Report an error',
  short: 'Short address',
  select: '(one click selects it)',
  print: 'Printed, this page is a report.',
  cardAsOf: 'As of {on}',
  worldTitle: 'What leaders promised, and what became of it',
  asOf: 'As the world stood on {on}, as Followthrough knew it on {known}.',
} as const
