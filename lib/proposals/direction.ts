// Knows whether a sentence tells of an act towards what it speaks of, of a setback, or only talks of it.

export type Direction = 'supports' | 'contradicts' | 'context'
/** `cue` is the stretch that told; null when nothing did. */
export type Told = { direction: Direction; cue: { start: number; end: number } | null }

const setback =
  /\b(?:suspend(?:ed|s|ing)?|suspension|halt(?:ed|s|ing)?|cancel(?:l?ed|s|l?ing|lation)?|call(?:ed|ing)? off|refus(?:e[ds]?|al|ing)|reject(?:ed|s|ing|ion)?|fail(?:ed|s|ure|ures|ing)?(?= to\b| in\b| adequately\b|\b)|withdr(?:ew|awn|awal|aws?|awing)|terminat(?:e[ds]?|ing|ion)|abandon(?:ed|s|ing)?|br(?:oke|oken|eak|eaking) (?:off|down)|cut(?:ting)? off|sever(?:ed|ing)|froze|frozen|freez(?:e|es|ing)|postpon(?:e[ds]?|ing|ement)|violat(?:e[ds]?|ing|ions?)|breach(?:ed|es|ing)?|renounc(?:e[ds]?|ing)|pull(?:ed|ing|s)? out|walk(?:ed|ing)? away|declin(?:ed|es|ing) to|rebuff(?:ed|s)?|ceas(?:e[ds]?|ing)|stall(?:ed|ing)|lapsed|expired|collapsed?|deadlock(?:ed)?|revok(?:e[ds]?|ing)|unwilling(?:ness)?|reneg(?:ed|ing)|(?:has|have|had|did|does|do|is|are) not (?:yet )?(?:been )?(?:kept|acted|act|done|met|respond(?:ed)?|taken|take|resumed?|implement(?:ed)?|deliver(?:ed)?|held|stop(?:ped)?|curb(?:ed)?|address(?:ed)?|agreed?|answer(?:ed)?|honou?r(?:ed)?)|no (?:progress|agreement|breakthrough)|(?:will|would|can) (?:not|no longer) (?:be held|take place|resume|attend|take part|be resumed|continue|cooperate)|yet to (?:be|take|act|resume|hold|implement)|inaction|inadequate)\b|中止|暂停|取消|拒绝|中断|退出|推迟|未能|没有履行|尚未|违反|违背|破裂|终止|搁置|叫停|冻结/giu
/** A setback to something harmful is none: halting the flow, suspending duties. */
const harmful =
  /^\W*(?:[\p{L}’'-]+\W+){0,7}?(?:traffick|flows?\b|smuggl|drug|fentanyl|narcotic|illicit|illegal|diversion|misuse|launder|conflict|confrontation|crime|criminal|cartel|attack|violence|fighting|hostilit|proliferat|emission|tariff|dut(?:y|ies)\b|sanction|enrichment|production|tests?\b|supply of|overdose|shipment|chemical|precursor|exports of|complaint|restriction|ban\b|bans\b|troops|forces|objection|claims?\b|lawsuit|measures|controls|countermeasures)/iu
const undone =
  /(?:\b(?:not|never|avoid(?:ed|ing)?|prevent(?:ed|ing)?|without|lift(?:ed|ing)?|revers(?:ed|ing)?|end(?:ed|ing)?|overcom(?:e|ing)|rather than|instead of|after|since|following|despite|until|if|whether|unless)\b\W+(?:[\p{L}’'-]+\W+){0,4}|(?:避免|防止|解除|结束|不再|不会|不得|而不)[^，。]{0,6})$/iu
/** "To halt" alone has not happened; "decided to halt" has. */
const infinitive = /\bto\W+(?:\p{L}+\W+)?$/iu
const decided =
  /\b(?:decid|mov|threaten|vow|chos|order|announc|intend|plan)\p{L}*\W+(?:[\p{L}’'-]+\W+){0,3}to\W+(?:\p{L}+\W+)?$/iu

const agreedAct =
  /\b(?:agreed|decided|announced plans|will|plans?|planning) (?:also )?(?:to )?(?:soon )?(?:hold|establish|resume|launch|set up|convene|increase|expand|begin|start|re-?open|restore|create|sign|host|schedule|add|lift|double)\b|(?:同意|商定|决定|宣布|将)(?:尽快)?(?:建立|恢复|举行|启动|成立|重启|增加|开通|设立|签署|列管)/iu
const act =
  /\b(?:resum(?:ed|es|ing|ption)|launch(?:ed|es|ing)?|held|convened|conven(?:es|ing)|establish(?:ed|es|ment|ing)|set up|inaugura(?:l|ted|tion)|signed|signing|concluded|reached|adopted|announc(?:ed|es|ement|ing)|scheduled(?! (?:\p{L}+ )?flights?)|scheduling (?:of|action|three|two|new)|begin scheduling|arrest(?:ed|s)|indict(?:ed|ments?)|charged|seiz(?:ed|ures?)|implemented|completed|restor(?:ed|ation)|re-?open(?:ed|ing)|re-?start(?:ed|ing)|began|begun|started|increased|expanded|doubled|delivered|took place|taken place|takes place|hosted|released|approved|ratified|opened|shut down|dismantled|made (?:\p{L}+ ){0,3}progress|met\b|marks? the|marked the|arrived|brought together|removed|lifted|eased|relaxed|issued|placed|joined|agreed to (?:resume|hold)|up from|granted|was the first|(?:the|a) first [^.;]{0,60}since|spoke (?:with|by|to)|has (?:taken|added|acted)|have (?:taken|added|acted)|took (?:\p{L}+ ){0,2}(?:steps?|actions?|measures?))\b|恢复|启动|成立|举行|召开|签署|达成|宣布|已列管|落实了|重启|设立|取得[^，。]{0,8}进展|开通|建立了|逮捕|抓获|缴获/iu
const welcome =
  /\b(?:welcom|recogni[sz]|not|acknowledg|applaud|commend|prais|hail|confirm|appreciat|report)(?:ed|es|s|ing)\b|欢迎|肯定|赞赏/iu
const achieved =
  /\b(?:resumption|resum(?:ed|ing)|progress|launch(?:ed)?|establishment|established|advances?|achievements?|steps?|holding of|held|convening|plans? (?:to|for)|first|successful|increase[ds]?|restoration|sustained|regular|announcement|signing|completion|started|beginning)\b|恢复|进展|启动|成立|举行|成果/iu
const talk =
  /\b(?:discuss|review|affirm|reaffirm|reiterat|emphasi[sz]|stress|underscor|underlin|encourag|urg|press|rais|commit|pledg|highlight|express|hop|support|exchang(?=ed (?:views|perspectives))|explor|consider|recall|repeat|remind|call)(?:t?ed|es|s|ing|d)\b|\b(?:look(?:ed|s|ing)? forward|agreed (?:on|that|to)|should|must|need(?:s|ed)? to|importance|willing(?:ness)? to|ready to|committed|remains?|continu(?:e|es|ed|ing) (?:to|efforts|work)|follow(?:s|ed))\b|讨论|重申|强调|指出|表示|希望|愿|呼吁|交换(?:了)?意见|应当?|同意|继续|保持/iu

const at = (match: RegExpExecArray | null): number => match?.index ?? Number.POSITIVE_INFINITY
const told = (direction: Direction, match: RegExpExecArray): Told => ({
  direction,
  cue: { start: match.index, end: match.index + match[0].length },
})

/** A finite setback, and whether it befalls something harmful, which makes it an act: "will halt shipments". */
function setbackIn(text: string): { match: RegExpExecArray; isGood: boolean } | null {
  for (const match of text.matchAll(setback)) {
    const before = text.slice(0, match.index)
    const isLack =
      /^(?:fail|refus|unwill|declin|inaction|inadeq|no |yet|will|would|can |has|have|had|did|does|do |is|are)/i.test(
        match[0],
      )
    if (undone.test(before)) continue
    if (!isLack && infinitive.test(before) && !decided.test(before)) continue
    const isGood = !isLack && harmful.test(text.slice(match.index + match[0].length))
    return { match, isGood }
  }
  return null
}

/** The governing verb decides: what comes first of act, welcome and talk; a setback or an agreed act outranks all. */
export function directionOf(text: string): Told {
  const back = setbackIn(text)
  if (back && !back.isGood) return told('contradicts', back.match)
  const agreed = agreedAct.exec(text)
  if (agreed) return told('supports', agreed)
  const [acted, welcomed, talked] = [act.exec(text), welcome.exec(text), talk.exec(text)]
  if (welcomed && at(welcomed) < Math.min(at(acted), at(talked))) {
    const rest = text.slice(welcomed.index + welcomed[0].length)
    const what = achieved.exec(rest)
    const only = /^\W*(?:that )?the (?:importance|need)\b|^[^，。]{0,4}重要/iu.test(rest)
    return told(what && !only ? 'supports' : 'context', welcomed)
  }
  if (acted && at(acted) <= at(talked)) return told('supports', acted)
  if (back && at(back.match) < at(talked)) return told('supports', back.match)
  return talked ? told('context', talked) : { direction: 'context', cue: null }
}
