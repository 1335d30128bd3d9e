// Which summit is shown, and two of them side by side.

export const summits = {
  shown: 'Summit shown',
  show: 'Show it',
  compareWith: 'Compare it with another',
  unknown: 'There is no summit “{asked}”.',
  compare: 'Compare two summits',
  first: 'One summit',
  second: 'The other',
  choose: 'Choose one',
  side: 'Compare',
  chooseTwo: 'Choose two summits to see side by side where their commitments stand.',
  same: 'That is one summit twice: choose two different ones.',
  two: '{one} and {other}',
  areas: 'Area by area',
  area: 'Area',
  nothingThere: 'None',
  overTime: 'Over time, on one axis',
} as const
