// The form with which a reader reports an error.

export const report = {
  title: 'Report an error in {ref}',
  lead: 'Tell the reviewers what is wrong with <link>{title}</link>, and where it can be seen. No account and no address are needed. What is wrong is corrected in public.',
  text: 'What is wrong?',
  textHint: 'The words or the number that are wrong, and the source that shows it. At most 4,000 characters.',
  contact: 'How can we answer you?',
  optional: '(optional)',
  contactHint:
    'An e-mail address, for example. Only reviewers see it, and it is deleted once they have decided.',
  trap: 'Leave this field empty',
  send: 'Send the report',
  summary: 'This could not be sent yet',
  error: 'Error: {message}',
  missing: 'Write what is wrong.',
  tooLong: 'Keep it within {max, number} characters.',
  notPlain: 'It holds invisible control characters: type it again.',
  trapped: 'The last field must stay empty: clear it and send again.',
  tooMany:
    'Many reports came from your network within the hour. Nothing you typed is lost: send it again in {minutes, plural, one {# minute} other {# minutes}}.',
  away: 'The database does not answer just now. Nothing you typed is lost: send it again in a moment.',
  sentTitle: 'Thank you: the report is sent',
  sent: 'Reviewers see it on their desk. If it leads to a correction, that stands among the <corrections>corrections</corrections>, beside what it corrects. Back to <link>{ref}</link>.',
} as const
