// What changed lately.

export const changes = {
  title: 'What changed',
  means: 'What happened, was corrected or was withdrawn in the seven and the thirty days to {on}.',
  meansApart:
    'What happened in the seven and the thirty days to {on}, and what was corrected or withdrawn in as many days to {known}.',
  week: 'This week',
  weekThen: 'That week',
  month: 'This month, before that',
  monthThen: 'That month, before that',
  nothing: 'Nothing in these days.',
  more: 'There is more: <updates>updates of these days</updates>, <corrections>corrections and withdrawals</corrections>.',
  correction: 'Corrected:',
  withdrawal: 'Withdrawn:',
  becomes: 'becomes',
} as const
