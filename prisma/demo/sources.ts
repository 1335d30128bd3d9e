// The documents the demo cites: works of the United States government, known by address and not archived here.

const archived = 'https://bidenwhitehouse.archives.gov/briefing-room/'
const present = 'https://www.whitehouse.gov/'
const finer = 'Readout of Principal Deputy National Security Advisor Jon Finer’s Meeting with'
const sullivan = 'Readout of National Security Advisor Jake Sullivan’s Meeting with'

export type Source = {
  title: string
  address: string
  publishedOn: string
  kind: 'OFFICIAL_READOUT' | 'LEGAL_TEXT'
}

function readout(publishedOn: string, title: string, path: string): Source {
  return { title, publishedOn, address: archived + path, kind: 'OFFICIAL_READOUT' }
}
function order(publishedOn: string, title: string, path: string): Source {
  return { title, publishedOn, address: present + path, kind: 'LEGAL_TEXT' }
}

export const sources = {
  woodside: readout(
    '2023-11-15',
    'Readout of President Joe Biden’s Meeting with President Xi Jinping of the People’s Republic of China',
    'statements-releases/2023/11/15/readout-of-president-joe-bidens-meeting-with-president-xi-jinping-of-the-peoples-republic-of-china-2/',
  ),
  pressCallJanuary: readout(
    '2024-01-27',
    'Background Press Call on APNSA Jake Sullivan’s Meeting with Foreign Minister Wang Yi of the People’s Republic of China',
    'press-briefings/2024/01/27/background-press-call-on-apnsa-jake-sullivans-meeting-with-foreign-minister-wang-yi-of-the-peoples-republic-of-china/',
  ),
  finerJanuary: readout(
    '2024-01-10',
    `${finer} People’s Republic of China Minister of the International Liaison Department of the Central Committee`,
    'statements-releases/2024/01/10/readout-of-principal-deputy-national-security-advisor-jon-finers-meeting-with-peoples-republic-of-china-minister-of-the-international-liaison-department-of-the-central-committee-of-t/',
  ),
  sullivanJanuary: readout(
    '2024-01-27',
    `${sullivan} Director of the Office of the Foreign Affairs Commission and Foreign Minister Wang Yi`,
    'statements-releases/2024/01/27/readout-of-national-security-advisor-jake-sullivans-meeting-with-chinese-communist-party-politburo-member-director-of-the-office-of-the-foreign-affairs-commission-and-foreign-minister-wang-2/',
  ),
  workingGroup: readout(
    '2024-01-30',
    'Readout of the U.S.–PRC Bilateral Counternarcotics Working Group Inaugural Meeting',
    'statements-releases/2024/01/30/readout-of-the-u-s-prc-bilateral-counternarcotics-working-group-inaugural-meeting/',
  ),
  call: readout(
    '2024-04-02',
    'Readout of President Joe Biden’s Call with President Xi Jinping of the People’s Republic of China',
    'statements-releases/2024/04/02/readout-of-president-joe-bidens-call-with-president-xi-jinping-of-the-peoples-republic-of-china/',
  ),
  pressCallApril: readout(
    '2024-04-02',
    'Background Press Call on the Bilateral Relationship with the People’s Republic of China',
    'press-briefings/2024/04/02/background-press-call-on-the-bilateral-relationship-with-the-peoples-republic-of-china/',
  ),
  geneva: readout(
    '2024-05-15',
    'Statement from NSC Spokesperson Adrienne Watson on the U.S.–PRC Talks on AI Risk and Safety',
    'statements-releases/2024/05/15/statement-from-nsc-spokesperson-adrienne-watson-on-the-u-s-prc-talks-on-ai-risk-and-safety-2/',
  ),
  finerMay: readout(
    '2024-05-30',
    `${finer} People’s Republic of China Executive Vice Minister of Foreign Affairs Ma Zhaoxu`,
    'statements-releases/2024/05/30/readout-of-principal-deputy-national-security-advisor-jon-finers-meeting-with-peoples-republic-of-china-executive-vice-minister-of-foreign-affairs-ma-zhaoxu/',
  ),
  indictments: readout(
    '2024-06-18',
    'Statement from Homeland Security Advisor Dr. Liz Sherwood-Randall on New Actions to Combat Global Illicit Drug Manufacturing and Trafficking',
    'statements-releases/2024/06/18/statement-from-homeland-security-advisor-dr-liz-sherwood-randall-on-new-actions-to-combat-global-illicit-drug-manufacturing-and-trafficking/',
  ),
  seniorOfficials: readout(
    '2024-08-01',
    'Readout of the U.S.–PRC Bilateral Counternarcotics Working Group Senior Official Meeting',
    'statements-releases/2024/08/01/readout-of-the-u-s-prc-bilateral-counternarcotics-working-group-senior-official-meeting/',
  ),
  scheduling: readout(
    '2024-08-06',
    'Statement from NSC Acting Spokesperson Sean Savett on the PRC’s Announcement of Fentanyl Scheduling Actions',
    'statements-releases/2024/08/06/statement-from-nsc-acting-spokesperson-sean-savett-on-the-prcs-announcement-of-fentanyl-scheduling-actions/',
  ),
  sullivanAugust: readout(
    '2024-08-28',
    `${sullivan} Director of the Office of the Foreign Affairs Commission and Foreign Minister Wang Yi`,
    'statements-releases/2024/08/28/readout-of-national-security-advisor-jake-sullivans-meeting-with-chinese-communist-party-politburo-member-director-of-the-office-of-the-foreign-affairs-commission-and-foreign-minister-wang-3/',
  ),
  zhang: readout(
    '2024-08-28',
    `${sullivan} Vice Chairman of the Central Military Commission Zhang Youxia of the People’s Republic of China`,
    'statements-releases/2024/08/28/readout-of-national-security-advisor-jake-sullivans-meeting-with-vice-chairman-of-the-central-military-commission-zhang-youxia-of-the-peoples-republic-of-china/',
  ),
  sullivanPress: readout(
    '2024-08-29',
    'Remarks by APNSA Jake Sullivan in Press Conference, Beijing, People’s Republic of China',
    'speeches-remarks/2024/08/29/remarks-by-apnsa-jake-sullivan-in-press-conference-beijing-peoples-republic-of-china/',
  ),
  pressCallPeru: readout(
    '2024-11-13',
    'Background Press Call on the President’s Meeting with President Xi Jinping in Peru',
    'press-briefings/2024/11/13/background-press-call-on-the-presidents-meeting-with-president-xi-jinping-in-peru/',
  ),
  lima: readout(
    '2024-11-16',
    'Readout of President Joe Biden’s Meeting with President Xi Jinping of the People’s Republic of China',
    'statements-releases/2024/11/16/readout-of-president-joe-bidens-meeting-with-president-xi-jinping-of-the-peoples-republic-of-china-3/',
  ),
  duties: order(
    '2025-02-01',
    'Imposing Duties to Address the Synthetic Opioid Supply Chain in the People’s Republic of China',
    'presidential-actions/2025/02/imposing-duties-to-address-the-synthetic-opioid-supply-chain-in-the-peoples-republic-of-china/',
  ),
  dutiesRaised: order(
    '2025-03-03',
    'Further Amendment to Duties Addressing the Synthetic Opioid Supply Chain in the People’s Republic of China',
    'presidential-actions/2025/03/further-amendment-to-duties-addressing-the-synthetic-opioid-supply-chain-in-the-peoples-republic-of-china/',
  ),
  harvard: order(
    '2025-06-04',
    'Enhancing National Security by Addressing Risks at Harvard University',
    'presidential-actions/2025/06/enhancing-national-security-by-addressing-risks-at-harvard-university/',
  ),
  deal: {
    title: 'Fact Sheet: President Donald J. Trump Strikes Deal on Economic and Trade Relations with China',
    address: `${present}fact-sheets/2025/11/fact-sheet-president-donald-j-trump-strikes-deal-on-economic-and-trade-relations-with-china/`,
    publishedOn: '2025-11-01',
    kind: 'OFFICIAL_READOUT',
  },
  dutiesLowered: order(
    '2025-11-10',
    'Modifying Duties Addressing the Synthetic Opioid Supply Chain in the People’s Republic of China',
    'presidential-actions/2025/11/modifying-duties-addressing-the-synthetic-opioid-supply-chain-in-the-peoples-republic-of-china/',
  ),
  dutiesEnded: order(
    '2026-02-20',
    'Ending Certain Tariff Actions',
    'presidential-actions/2026/02/ending-certain-tariff-actions/',
  ),
} satisfies Record<string, Source>

export type SourceKey = keyof typeof sources
