// The Woodside summit and what was promised there, in our own words after the readout of 15 November 2023.

export const parties = [
  {
    code: 'US',
    name: { en: 'United States', zh: '美国' },
    leader: { en: 'President Biden', zh: '拜登总统' },
  },
  { code: 'CN', name: { en: 'China', zh: '中国' }, leader: { en: 'President Xi', zh: '习近平主席' } },
]

export const areas = [
  { slug: 'counternarcotics', name: { en: 'Counternarcotics', zh: '禁毒合作' } },
  { slug: 'military-communication', name: { en: 'Military communication', zh: '两军沟通' } },
  { slug: 'ai-risk', name: { en: 'AI risk', zh: '人工智能风险' } },
  { slug: 'people-to-people', name: { en: 'People-to-people', zh: '人文交流' } },
]

export const summit = {
  slug: 'woodside-2023',
  name: { en: 'Woodside summit', zh: '伍德赛德峰会' },
  place: { en: 'Filoli estate, Woodside, California', zh: '美国加利福尼亚州伍德赛德斐洛里庄园' },
  startsOn: '2023-11-15',
  endsOn: '2023-11-15',
}

/** `words` names the excerpt in which the commitment is spoken of; the readout itself is not archived here. */
export const commitments = [
  {
    ref: 'WOODSIDE-1',
    area: 'counternarcotics',
    title: { en: 'Cooperate again against illicit drugs', zh: '恢复打击非法毒品的合作' },
    text: {
      en: 'The two countries resume cooperation against the making and trafficking of illicit drugs, synthetic drugs such as fentanyl included.',
      zh: '两国恢复合作，打击非法毒品的制造和贩运，包括芬太尼等合成毒品。',
    },
    reviewEveryDays: 120,
    words: 'narcotics',
    criteria: [
      'Officials of both sides work together on drugs again, not once but regularly.',
      'Both sides act in coordination against makers or traffickers.',
      'The supply of precursor chemicals is curbed by law and in practice.',
    ],
  },
  {
    ref: 'WOODSIDE-2',
    area: 'counternarcotics',
    title: { en: 'Set up a counternarcotics working group', zh: '成立禁毒合作工作组' },
    text: {
      en: 'A working group is established for continuing communication and coordination of law enforcement on counternarcotics.',
      zh: '成立工作组，就禁毒问题保持沟通并协调执法。',
    },
    reviewEveryDays: 180,
    words: null,
    criteria: ['The group is established.', 'It keeps meeting after its first session.'],
  },
  {
    ref: 'WOODSIDE-3',
    area: 'military-communication',
    title: { en: 'Resume high-level military communication', zh: '恢复两军高层沟通' },
    text: {
      en: 'High-level communication between the two militaries is resumed.',
      zh: '恢复两军高层沟通。',
    },
    reviewEveryDays: 120,
    words: 'military',
    criteria: [
      'Senior military leaders speak with each other again.',
      'They do so regularly for at least six months.',
    ],
  },
  {
    ref: 'WOODSIDE-4',
    area: 'military-communication',
    title: { en: 'Resume defence policy and maritime talks', zh: '恢复国防部工作会晤和海上军事安全磋商' },
    text: {
      en: 'The Defense Policy Coordination Talks and the meetings under the Military Maritime Consultative Agreement are resumed.',
      zh: '恢复国防部工作会晤和海上军事安全磋商机制会议。',
    },
    reviewEveryDays: 270,
    words: null,
    criteria: [
      'The Defense Policy Coordination Talks are held.',
      'The maritime consultative meetings are held.',
    ],
  },
  {
    ref: 'WOODSIDE-5',
    area: 'military-communication',
    title: { en: 'Let theater commanders telephone each other', zh: '开展两军战区领导通话' },
    text: {
      en: 'Telephone conversations between theater commanders are resumed.',
      zh: '恢复两军战区领导通话。',
    },
    reviewEveryDays: 180,
    words: null,
    criteria: ['A call between theater commanders takes place.', 'Such calls recur.'],
  },
  {
    ref: 'WOODSIDE-6',
    area: 'ai-risk',
    title: { en: 'Talk about the risks of advanced AI', zh: '就先进人工智能的风险开展对话' },
    text: {
      en: 'The risks of advanced AI systems are addressed, and AI safety improved, through talks between the governments.',
      zh: '通过政府间对话，应对先进人工智能系统的风险，提高人工智能安全。',
    },
    reviewEveryDays: 180,
    words: 'ai',
    criteria: [
      'Talks between the governments are held.',
      'They continue.',
      'They lead to an understanding that lowers a risk.',
    ],
  },
  {
    ref: 'WOODSIDE-7',
    area: 'people-to-people',
    title: { en: 'Increase passenger flights early in 2024', zh: '2024年初进一步大幅增加客运航班' },
    text: {
      en: 'Both work towards a significant further increase in scheduled passenger flights early in 2024.',
      zh: '双方努力在2024年初进一步大幅增加定期客运航班。',
    },
    due: { on: '2024-01-01', precision: 'YEAR' as const },
    reviewEveryDays: 90,
    words: null,
    criteria: [
      'More scheduled flights a week are flown in 2024 than in November 2023, by a significant margin.',
    ],
  },
  {
    ref: 'WOODSIDE-8',
    area: 'people-to-people',
    title: { en: 'Encourage exchanges between people', zh: '鼓励人文交流' },
    text: {
      en: 'More educational, student, youth, cultural, sports and business exchanges are encouraged.',
      zh: '鼓励扩大教育、留学生、青年、文化、体育和工商界交流。',
    },
    reviewEveryDays: 180,
    words: 'progress',
    criteria: [
      'Both governments take measures that encourage exchanges.',
      'Neither puts new obstacles in their way.',
    ],
  },
]
