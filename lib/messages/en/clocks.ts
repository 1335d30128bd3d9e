// The two clocks of every public page.

export const clocks = {
  asked: 'The rest of the page is shown as if that had not been asked.',
  standsNow: 'This is the world as it stands today, as this tracker knew it at {known}.',
  stoodNow: 'This is the world as it stood on {on}, as this tracker knows it now.',
  stood: 'This is the world as it stood on {on}, as this tracker knew it at {known}.',
  standsKnownNow: 'This is the world as it stands today, as this tracker knows it now.',
  knew: 'This is what this tracker knew at {known}.',
  onIsNothing: 'The day that is set, {on}, changes nothing here; the links keep it.',
  alwaysNow:
    'This page is always the present one. The clocks that are set change nothing here; its links keep them.',
  back: 'Show it as of now',
  on: 'As the world stood on',
  known: 'As this tracker knew it on',
  show: 'Show',
  endOf: 'End of',
  notADay: '“{asked}” is not a date: write it like 2024-05-14.',
  futureOn: 'The future cannot be asked for: choose a date up to today.',
  futureKnown: 'Nobody knows the future: choose a date up to today.',
  notAPage: 'That is not a page number.',
} as const
