// Ledger entries in rows.

export const entries = {
  table: 'Ledger entries',
  number: 'No.',
  what: 'What',
  about: 'About',
  when: 'When',
  hash: 'Hash',
  SUMMIT_RECORDED: 'Summit recorded',
  SUMMIT_AMENDED: 'Summit amended',
  COMMITMENT_RECORDED: 'Commitment recorded',
  COMMITMENT_AMENDED: 'Commitment amended',
  UPDATE_PUBLISHED: 'Update published',
  UPDATE_CORRECTED: 'Update corrected',
  UPDATE_WITHDRAWN: 'Update withdrawn',
  COMMITMENT_MERGED: 'Commitment merged into another',
  AREA_RECORDED: 'Area added',
  AREA_AMENDED: 'Area renamed or moved',
  PARTY_RECORDED: 'Party added',
  PARTY_AMENDED: 'Party renamed',
} as const
