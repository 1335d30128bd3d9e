// What happened since on military communication.

import { type DemoUpdate, oneSide, update } from '#prisma/demo/updates/update.ts'

export const military: DemoUpdate[] = [
  update(
    '2023-12-21',
    3,
    'UNDER_WAY',
    'The two most senior officers speak by video',
    'The first such contact after the summit, as recalled in a briefing of January.',
    { source: 'pressCallJanuary' },
  ),
  update(
    '2024-01-10',
    3,
    'UNDER_WAY',
    'Officials go through what the summit agreed on military communication',
    oneSide,
    { source: 'finerJanuary' },
  ),
  update('2024-04-02', 3, 'UNDER_WAY', 'The leaders encourage further military communication', oneSide, {
    source: 'call',
  }),
  update(
    '2024-04-26',
    3,
    'UNDER_WAY',
    'Washington asks for more military communication to prevent miscalculation',
    'Asked for as something to be enhanced, so it exists. The Chinese words in the same report do not mention it.',
    { excerpt: 'military' },
    { excerpt: 'pressed', bearing: 'CONTEXT' },
  ),
  update('2024-05-30', 3, 'UNDER_WAY', 'Vice-ministers speak of continuing military communication', oneSide, {
    source: 'finerMay',
  }),
  update('2024-08-28', 3, 'UNDER_WAY', 'Both sides call regular military communication important', oneSide, {
    source: 'sullivanAugust',
  }),
  update(
    '2024-08-29',
    3,
    'KEPT',
    'Ten months of regular communication are recognised in Beijing',
    'Said by the American security adviser and the vice-chairman of China’s Central Military Commission together: more than the six months the criterion asks for.',
    { source: 'zhang' },
  ),
  update(
    '2024-11-16',
    3,
    'KEPT',
    'In Lima the leaders welcome resumed communication',
    'No later source has been recorded: from here on the silence is ours to end.',
    { source: 'lima' },
  ),
  update(
    '2024-01',
    4,
    'PARTLY_KEPT',
    'The Defense Policy Coordination Talks are held',
    'The first of the two formats. The source says early January, without a day.',
    { source: 'pressCallJanuary' },
  ),
  update(
    '2024-04',
    4,
    'KEPT',
    'The maritime consultative meetings are held in Honolulu',
    'The second format: both are resumed. Held in the week of 2 April.',
    { source: 'pressCallApril' },
  ),
  update(
    '2024-10',
    4,
    'KEPT',
    'A working group on crisis communication meets',
    'A neighbouring format, late in October; it confirms that the talks go on.',
    { source: 'pressCallPeru', bearing: 'CONTEXT' },
  ),
  update('2024-11', 4, 'KEPT', 'A further maritime consultative meeting is held', 'Early in November.', {
    source: 'pressCallPeru',
  }),
  update(
    '2024-11-16',
    5,
    'PARTLY_KEPT',
    'In Lima the leaders welcome contacts between theater commanders',
    'At least one engagement must have happened since August. Neither its date nor a second one is named.',
    { source: 'lima' },
  ),
]
