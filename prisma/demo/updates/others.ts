// What happened since on AI and on exchanges between people.

import { type DemoUpdate, oneSide, sideUpdate, update } from '#prisma/demo/updates/update.ts'

export const others: DemoUpdate[] = [
  update(
    '2024-01-27',
    6,
    'NOT_STARTED',
    'A dialogue on AI is planned for the spring',
    'Next steps are discussed; no talk on AI has been held.',
    { source: 'sullivanJanuary' },
  ),
  update(
    '2024-04-26',
    6,
    'NOT_STARTED',
    'Washington presses for talks on AI to be launched',
    'To be launched means not launched yet, five months after the promise.',
    { excerpt: 'ai' },
    { excerpt: 'regress', bearing: 'CONTEXT' },
  ),
  update(
    '2024-05-14',
    6,
    'UNDER_WAY',
    'First talks on AI risk and safety are held in Geneva',
    'The first criterion is met.',
    { source: 'geneva' },
  ),
  sideUpdate(
    '2024-05-14',
    6,
    'US',
    'UNDER_WAY',
    'Washington raises misuse of AI at the talks',
    'It names China among those who misuse it. What the other side raised is not known from a source archived here.',
    { source: 'geneva' },
  ),
  update(
    '2024-08-29',
    6,
    'UNDER_WAY',
    'A second round is discussed; none has been held',
    'Three and a half months after Geneva: too early to say stalled.',
    { source: 'sullivanPress' },
  ),
  update(
    '2024-11-16',
    6,
    'PARTLY_KEPT',
    'In Lima the leaders affirm human control over the use of nuclear weapons',
    'An understanding that lowers a risk, so a criterion is met. A second round of talks is still not recorded.',
    { source: 'lima' },
  ),
  update('2024-04-02', 8, 'UNDER_WAY', 'The leaders encourage exchanges by telephone', oneSide, {
    source: 'call',
  }),
  update(
    '2024-04-26',
    8,
    'UNDER_WAY',
    'Good progress on exchanges is claimed in Beijing',
    'Said by the American secretary of state, as the Chinese statement reports him: a claim both sides share, without a figure.',
    { excerpt: 'progress' },
    { excerpt: 'vision', bearing: 'CONTEXT' },
  ),
  sideUpdate(
    '2025-06-04',
    8,
    'US',
    'BROKEN',
    'Entry of foreign students to one university is suspended, China being named among the reasons',
    'A new obstacle by an act of government, contrary to the second criterion. It concerns one university: the overall status is left as it was.',
    { source: 'harvard' },
  ),
]
