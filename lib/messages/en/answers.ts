// What the server says in place of a page that it cannot show.

export const answers = {
  away: 'The database does not answer just now. Nothing is lost: please try again in a moment.',
  failed: 'Something went wrong on our side; it has been noted. Please try again in a moment.',
  method: 'This kind of request is not answered here.',
  longAddress: 'This address is too long.',
  notOurs: 'This address is not one of ours.',
  malformed: 'This address is malformed.',
  noHost: 'The request names no host that could be ours.',
  tooLarge: 'What was sent is too large: at most 13 MB are taken at once.',
  foreign: 'What changes something is only taken from our own pages: open {home} and try there.',
  error: 'Error {status} · Followthrough',
  again: 'Send it again',
  anew: 'A password, a code or a file is not kept: the form asks for it once more.',
  front: 'To the front page',
} as const
