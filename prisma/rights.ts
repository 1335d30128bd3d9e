// What the role that the product works as may do to each table: nothing that rewrites history, whatever its code says.

const add = 'SELECT, INSERT'
const change = 'SELECT, INSERT, UPDATE'
const replace = 'SELECT, INSERT, DELETE'
const all = 'SELECT, INSERT, UPDATE, DELETE'

/** By table; one that is not named here may not even be read. */
export const rights: Record<string, string> = {
  Article: add,
  Original: replace, // what something rests on cannot go: foreign keys
  Snapshot: add,
  Capture: all,
  LiveCheck: add,
  Excerpt: add,
  Ranking: all,
  Proposal: all,
  StatusUpdate: add,
  ReviewClaim: all,
  Comment: add,
  ReturnedText: add,
  Approval: add,
  Withdrawal: add,
  Evidence: add,
  Commitment: change,
  CommitmentParty: replace,
  Criterion: replace,
  Summit: change,
  SummitParty: replace,
  Party: change,
  Area: change,
  Draft: all,
  Import: all,
  ImportRow: all,
  Merge: add,
  // Decided once; what a reader wrote stays as it came.
  Report: 'SELECT, INSERT, UPDATE ("outcome", "note", "decidedById", "decidedAt", "contact")',
  LedgerEntry: add,
  LedgerHead: 'SELECT, UPDATE ("id")', // enough to lock it; its triggers move it
  Checkpoint: add,
  LedgerCheck: add,
  LiveUpdate: 'SELECT',
  CurrentStatus: 'SELECT',
  StatusCount: 'SELECT',
  CommitmentHistory: 'SELECT',
  SummitHistory: 'SELECT',
  NameHistory: 'SELECT',
  SearchEntry: 'SELECT',
  SearchWord: 'SELECT',
  ContentVersion: 'SELECT',
  ParkedForm: all,
  Invitation: change,
  AddressChange: change,
  Message: change,
  Activity: add,
  Installation: 'SELECT, UPDATE',
  User: change,
  Session: all,
  TwoFactor: all,
  Passkey: all,
  Account: all,
  Verification: all,
  RateLimit: all,
  _prisma_migrations: 'SELECT',
  current_status: 'SELECT',
}
