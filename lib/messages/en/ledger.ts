// The page of the ledger: its entries, what seals them, and how to check it.

export const ledger = {
  title: 'Ledger',
  heading:
    '{total, plural, =0 {Nothing has been published yet} one {# entry, sealed by its hash} other {# entries, each sealed by the one before}}',
  what: 'Everything published is an entry here: its hash covers its content and the hash of the entry before, so that nothing can be rewritten unseen.',
  unchecked: 'No verification has run yet.',
  faulty: 'The last verification, {at}, found a fault: <fault></fault>',
  sound:
    'The last verification, {at}, went over {entries, plural, one {# entry} other {# entries}}, {snapshots, plural, one {# archived source} other {# archived sources}} and {excerpts, plural, one {# excerpt} other {# excerpts}}, and found no fault.',
  head: 'Head: entry {seq, number}, {at}, <hash></hash>',
  entries: 'Entries, newest first',
  howToVerify: 'How to verify it',
  signed:
    'After each publication, and every hour, the head is signed: {count, plural, one {# checkpoint} other {# checkpoints}} so far, the newest of entry {seq, number}, {at}.',
  notSigned: 'After each publication, and every hour, the head is signed. That has not happened yet.',
  publicKey: 'The public key:',
  noKey: 'This installation has no key, so nothing of it is signed.',
  download:
    '<file>Download the whole ledger</file> and check it with the program of this project, without this server or its database:',
  keep: 'It finds entries that were changed, removed, put in or reordered. Keep <checkpoint>the newest checkpoint</checkpoint> today, and <code>--trusted checkpoint.txt</code> will show later whether any of what stands here now was cut off. What the ledger proves, and what it cannot, stands in the <methodology>methodology</methodology>.',
} as const
