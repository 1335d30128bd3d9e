// Passages of the demo's archived article, word for word, and who says them.

const ministry = { speaker: 'Chinese Foreign Ministry', party: 'CN' }
const xi = { speaker: 'President Xi Jinping', party: 'CN' }
const blinken = { speaker: 'Secretary of State Antony Blinken', party: 'US' }
const department = { speaker: 'US State Department', party: 'US' }

export const excerpts = {
  twoWay: {
    ...ministry,
    exact: 'China is willing to cooperate, but cooperation should be a two-way street.',
  },
  partners: {
    ...ministry,
    exact:
      'China and the United States should be partners rather than rivals; help each other succeed rather than hurt each other; seek common ground and reserve differences rather than engage in vicious competition; and honour words with actions rather than say one thing but do another,',
  },
  honour: { ...ministry, exact: 'honour words with actions rather than say one thing but do another' },
  regress: { ...xi, exact: 'No progress means regress.' },
  vision: {
    ...xi,
    exact:
      'It is hoped that the two teams will continue working actively to follow through on the San Francisco vision, so as to truly stabilize, improve and move forward the bilateral relations,',
  },
  progress: {
    ...blinken,
    exact:
      'since President Biden and President Xi met in San Francisco, the US and China have made good progress in their cooperation in such areas as bilateral interactions, counter-narcotics, artificial intelligence and people-to-people exchanges.',
  },
  pressed: {
    ...department,
    exact:
      'pressed for continued progress in implementing the leaders’ Woodside Summit commitments on key issues',
  },
  narcotics: {
    ...department,
    exact:
      'advancing counternarcotics cooperation to disrupt the global flow of synthetic drugs – including fentanyl and their precursor chemicals – into the United States',
  },
  military: {
    ...department,
    exact: 'enhancing military-to-military communication to avoid miscalculation and conflict',
  },
  ai: {
    ...department,
    exact:
      'launching talks on managing the risk and safety challenges posed by advanced forms of artificial intelligence',
  },
  fentanyl: {
    ...blinken,
    exact:
      'to make progress on issues that matter most to the American people, including curbing fentanyl trafficking.',
  },
}

export type ExcerptKey = keyof typeof excerpts
