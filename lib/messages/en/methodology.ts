// How progress is judged and counted, in words; the vocabulary itself comes from lib/updates/rules.ts.

export const methodology = {
  title: 'Methodology',
  heading: 'No status without proof: how progress is judged and counted here',
  statuses: 'Statuses',
  statusesWhy:
    'A commitment has a status overall and may have one for each party. There are {count, number} of them.',
  status: 'Status',
  otherWord: 'Chinese',
  meaning: 'Meaning',
  points: 'Score',
  score: 'Score',
  scoreWhy:
    'The scale is that of the G20 Research Group’s compliance reports. A score is the mean over all statuses in force: each commitment’s overall status and each party’s own count once. What has no status is left out, never counted as nought, and the number left out is said beside the score.',
  staleness: 'Staleness',
  stalenessWhy:
    'Each commitment has a review interval in days. When there has been no update, overall or about a party, for more days than that, it is stale. Staleness is not a status: it says that nobody has looked, or that there was nothing to see.',
  clocks: 'Two clocks',
  clocksWhy:
    'Every page can be asked for as the world stood on a day (<code>on=2024-05-14</code>) and as this tracker knew it at an instant (<code>known=2024-05-20</code>, the end of that day in UTC). The status on a day is that of the last update that had occurred by then, was published, and was neither corrected nor withdrawn at the instant of knowing. An event known only to the month or year counts from its first day. Commitments are shown as they were worded at that instant, summits, areas and parties as they were called then, and sources with what had been archived and quoted by then: whatever is published later, the same two clocks show the same page. This page alone is always the present one.',
  evidence: 'Evidence',
  evidenceWhy:
    'Every published update rests on at least one piece of evidence, which {bearings}. It is of one of these grades:',
  grade: '<word></word>: {meaning}',
  secondPerson: 'Nobody publishes their own update: a second person reads it first.',
  captures: 'How sources are taken and read',
  capturesWhy:
    'A source is of one of these kinds: {kinds}. It comes in by its address, as a file, or as pasted text. Its bytes are kept as they came, with the answer that brought them and their SHA-256; the text is read from them by a program whose version is kept too, and a person checks its title, author, date and voice before anything is archived. Pages on which published evidence rests are looked at again from time to time. When one changes or goes, its page here says so, and the archived copy stays.',
  manners:
    'To the sites we fetch from: our program calls itself <code>Followthrough</code>, obeys <code>robots.txt</code> and <code>Retry-After</code>, asks for one page at a time, and carries no cookies.',
  proposals: 'What the machine proposes',
  proposalsWhy:
    'The passages of an archived source are compared with the commitments by their words, and the likeliest are shown to an analyst with the words that led to each. Nothing of this is recorded, counted or shown to readers until a person has accepted it and a second one has published the update that rests on it.',
  corrections: 'Corrections',
  correctionsWhy:
    'A published update is never changed. A correction is a new update that names what it replaces and why; a withdrawal gives its reason. Both stay in view beside what they concern, and <list>all of them are listed</list>. Withdrawing a correction does not bring back what it corrected.',
  ledger: 'Ledger',
  ledgerWhy:
    'Everything published is an entry in <list>a chain of hashes</list> (SHA-256 over the hash before and the canonical JSON of the entry). It proves that no entry was changed, removed or put in between since a head that you wrote down. It does not prove that a judgement is right, that a source tells the truth, or that nothing was left out; and against somebody who rewrites the whole chain it helps only those who kept an earlier head.',
} as const
