// What happened since, as status updates. The status is a judgement, argued in the note; the sources are nearly all
// those of one side, and the notes say so where it matters.

import type { Bearing, Status } from '#lib/updates/rules.ts'
import type { ExcerptKey } from '#prisma/demo/excerpts.ts'
import type { SourceKey } from '#prisma/demo/sources.ts'

type Proof =
  | { source: SourceKey; locator?: string; bearing?: Bearing }
  | { excerpt: ExcerptKey; bearing?: Bearing }
export type DemoUpdate = {
  on: string
  ref: string
  party?: 'US' | 'CN'
  status: Status
  headline: string
  note: string
  proof: Proof[]
}

const oneSide = 'The source is one side’s; nothing of the other side’s is archived here.'

function update(
  on: string,
  ref: number,
  status: Status,
  headline: string,
  note: string,
  ...proof: Proof[]
): DemoUpdate {
  return { on, ref: `WOODSIDE-${ref}`, status, headline, note, proof }
}
function sideUpdate(
  on: string,
  ref: number,
  party: 'US' | 'CN',
  status: Status,
  headline: string,
  note: string,
  ...proof: Proof[]
): DemoUpdate {
  return { ...update(on, ref, status, headline, note, ...proof), party }
}

const counternarcotics: DemoUpdate[] = [
  update(
    '2024-01-10',
    1,
    'UNDER_WAY',
    'Officials go through what the summit agreed on drugs',
    `A first working-level talk about carrying the commitment out. ${oneSide}`,
    { source: 'finerJanuary' },
  ),
  update(
    '2024-04-02',
    1,
    'UNDER_WAY',
    'The leaders review drug cooperation by telephone',
    `Reviewing is not doing: the status stays. ${oneSide}`,
    { source: 'call' },
  ),
  update(
    '2024-04-26',
    1,
    'UNDER_WAY',
    'Washington presses in Beijing for more on synthetic drugs; Beijing asks for deeds both ways',
    'Both sides are quoted in one report. The American side asks for continued progress, which grants that there has been some; the Chinese side makes cooperation conditional on its being mutual.',
    { excerpt: 'narcotics' },
    { excerpt: 'progress' },
    { excerpt: 'twoWay', bearing: 'CONTEXT' },
    { excerpt: 'honour', bearing: 'CONTEXT' },
  ),
  update(
    '2024-05-30',
    1,
    'UNDER_WAY',
    'Vice-ministers discuss how to advance drug cooperation',
    `Talks continue; no new joint act is named. ${oneSide}`,
    { source: 'finerMay' },
  ),
  update(
    '2024-06-18',
    1,
    'PARTLY_KEPT',
    'Three countries move together against a cartel’s money',
    'Twenty-four people are charged in the United States with laundering for the Sinaloa cartel, and China says it holds one of them. This is coordinated enforcement, so one criterion is met; the supply of precursors is still open.',
    { source: 'indictments' },
  ),
  sideUpdate(
    '2024-08-06',
    1,
    'CN',
    'PARTLY_KEPT',
    'China announces control of three fentanyl precursors',
    'The third such step since the summit, as the American statement counts. Announced, and yet to be applied.',
    { source: 'scheduling' },
  ),
  sideUpdate(
    '2024-11-13',
    1,
    'CN',
    'PARTLY_KEPT',
    'American officials count more than 55 substances put under control',
    'Closed online shops and hundreds of arrests are counted as well. The figures are given by the other side, which makes them less likely to be flattering.',
    { source: 'pressCallPeru' },
  ),
  sideUpdate(
    '2025-02-01',
    1,
    'CN',
    'STALLED',
    'Washington calls China’s action insufficient and imposes a 10 % duty',
    'This is the judgement of one side, made in a legal act. No Chinese source is archived here, so the status says stalled and not broken.',
    { source: 'duties' },
  ),
  update(
    '2025-02-01',
    1,
    'STALLED',
    'A duty takes the place of cooperation on drugs',
    'An opioid duty on one side is no breach of a promise to cooperate, but it marks the end of the joint steps recorded so far.',
    { source: 'duties' },
  ),
  sideUpdate(
    '2025-03-03',
    1,
    'CN',
    'STALLED',
    'The duty is doubled to 20 %',
    'The American order finds the steps taken inadequate. Still one side’s view.',
    { source: 'dutiesRaised' },
  ),
  sideUpdate(
    '2025-11-01',
    1,
    'CN',
    'UNDER_WAY',
    'China undertakes to stop shipping some chemicals to North America',
    'An undertaking, as the American fact sheet reports it. It counts as a beginning; whether shipments stop is the next thing to record.',
    { source: 'deal' },
  ),
  update(
    '2025-11-01',
    1,
    'UNDER_WAY',
    'Both sides agree on new steps against precursor chemicals',
    'Controls on one side against lower duties on the other: cooperation has begun again, and nothing of it has been carried out yet.',
    { source: 'deal' },
  ),
  sideUpdate(
    '2025-11-10',
    1,
    'US',
    'UNDER_WAY',
    'The opioid duty falls from 20 to 10 %',
    'The American part of the November understanding, done within ten days.',
    { source: 'dutiesLowered' },
  ),
  sideUpdate(
    '2026-02-20',
    1,
    'US',
    'UNDER_WAY',
    'The emergency duties end; the declared emergency does not',
    'The opioid duty on China is among those ended. That the emergency stays declared leaves the door open to others.',
    { source: 'dutiesEnded' },
  ),
  update(
    '2024-01-30',
    2,
    'PARTLY_KEPT',
    'The counternarcotics working group is launched in Beijing',
    'It exists and has met on 30 and 31 January. Whether it keeps meeting remains to be seen.',
    { source: 'workingGroup' },
  ),
  update(
    '2024-07-31',
    2,
    'KEPT',
    'Senior officials of the working group meet in Washington',
    'The group exists and has met again at senior level: both criteria are met.',
    { source: 'seniorOfficials' },
  ),
]

const military: DemoUpdate[] = [
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
    '2024-08-28',
    5,
    'NOT_STARTED',
    'A call between theater commanders is planned',
    'A plan is not an act: the status stays not started until a call is reported.',
    { source: 'sullivanAugust' },
  ),
  update(
    '2024-11-16',
    5,
    'PARTLY_KEPT',
    'In Lima the leaders welcome contacts between theater commanders',
    'At least one engagement must have happened since August. Neither its date nor a second one is named.',
    { source: 'lima' },
  ),
]

const aiAndPeople: DemoUpdate[] = [
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

export const updates: DemoUpdate[] = [...counternarcotics, ...military, ...aiAndPeople].sort((a, b) =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
)
