// The page of what was corrected or withdrawn.

export const corrections = {
  title: 'Corrections',
  heading:
    '{total, plural, =0 {Nothing was corrected or withdrawn} one {# update was corrected or withdrawn} other {# updates were corrected or withdrawn}}',
  why: 'What was published stays, also when it was wrong: beside it stands what was wrong with it, and when that was said. Ask any page for an earlier <known>known</known> date, and it answers as it did before the correction.',
  corrected: '{ref} · corrected {at}',
  withdrawn: '{ref} · withdrawn {at}',
  empty: 'Corrections and withdrawals are listed here with their reasons.',
  toCommitments: 'See all commitments',
} as const
