// What each side said of each commitment, in its own words.

export const statements = {
  title: 'In each side’s words',
  titleOf: 'In each side’s words: {what}',
  answer:
    '{quoted, number} of {total, plural, one {# commitment is} other {# commitments are}} spoken of in archived passages of the parties themselves.',
  answerOne:
    '{passages, plural, =0 {No archived passage of the parties speaks of it.} one {One archived passage of the parties speaks of it.} other {# archived passages of the parties speak of it.}}',
  underlined: '<own>Underlined</own> are words that only one side used on that occasion.',
  empty:
    'What a party said of a commitment stands here beside what the others said, once passages of theirs are quoted as evidence.',
  backToSummit: 'Back to the summit',
  backToCommitment: 'Back to the commitment',
  allOfSummit: 'All commitments of the summit, side by side',
  occasion: 'Published {date}',
  undatedOf: 'Without a date; quoted for what happened on {date}',
  undated: 'Undated',
  silent: 'No passage of this side is quoted from this occasion.',
} as const
