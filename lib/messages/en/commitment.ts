// A commitment's page.

export const commitment = {
  due: 'Due {date}.',
  binds: 'Binds {parties}.',
  recordedLate: 'This tracker recorded it only {at}.',
  amend: 'Amend it',
  mergedInto:
    'Merged into <link>{what}</link>, {at}: <reason></reason> It counts no longer; what was published on it stays here, and counts there.',
  mergedHere: 'With it counts <link>{what}</link>, merged {at}: <reason></reason>',
  looked: 'In the area {area}, looked at every {days, plural, one {# day} other {# days}}.',
  record: 'Record an update',
  promised: 'What was promised',
  noPassage: 'No archived passage of the promise is recorded; the wording is ours.',
  keptWhen: 'It counts as kept when',
  guideline: 'What would count as evidence',
  sides: 'Side by side',
  noOwn:
    'No update speaks of this side alone. That is left empty rather than guessed from the overall status.',
  saidLink: 'What each side said of it, in its own words',
  updates: 'Updates',
  noneYet: 'None is published yet.',
  noneThen: 'None was published by then.',
  forParty: 'for {party}',
  overall: 'overall',
  published: 'published {at}',
  corrects: 'Corrects <link>an earlier update</link>: <reason></reason>',
  gone: 'Corrected and withdrawn',
  allCorrections: 'All corrections',
  correctedBy: 'Corrected by <link>a later update</link>.',
  withdrawn: 'Withdrawn {at}: <reason></reason>',
  history: 'History of the text',
  amended: 'Amended {at}',
  entry: '(ledger entry {seq})',
  ledger: 'In the ledger',
  neighbours: 'Neighbours',
  corroborated:
    '{count, plural, =0 {No independent publisher corroborates this status.} one {One independent publisher corroborates this status: {names}.} other {# independent publishers corroborate this status: {names}.}}',
  publishers:
    '{count, plural, =0 {no independent publisher} one {# independent publisher} other {# independent publishers}}',
  counting: 'How evidence is graded and counted',
  independence:
    'Independent publishers are counted by name, each once, in supporting evidence. A party’s own voice does not count: its documents, and passages in which it speaks itself, whoever printed them. For the status in force, every update counts since it last changed.',
} as const
