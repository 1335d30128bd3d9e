// Knows what a commitment asks for: its areas, and the words of its own that no other text would use by chance.

import { findPhrases, phraseIndex } from '#engines/proposing/phrases.ts'
import { type AreaWords, areas } from '#engines/proposing/vocabulary.ts'
import { han, type Token, tokens } from '#engines/proposing/words.ts'

export type CommitmentText = {
  ref: string
  title: string
  text: string
  parties: string[]
  /** As many as there are parties, in their order; several names of one party on lines of their own. */
  partyNames?: string[]
  area?: string
  criteria?: string[]
  summit?: string
}
export type Tier = 'sure' | 'likely' | 'hint' | 'against'
export type Term = { area: string; part: string; tier: Tier }
/** `topics` weighs "area" and "area/part"; `own` are single words and "word word" pairs. */
export type Matcher = {
  commitment: CommitmentText
  topics: Map<string, number>
  own: Set<string>
  isKnown: boolean
  /** Alike for commitments of the same areas. */
  signature: string
}

const tiers: Tier[] = ['sure', 'likely', 'hint', 'against']
const strength: Record<Tier, number> = { sure: 1, likely: 0.5, hint: 0.15, against: 0 }

function termsOf(area: string, part: string, words: AreaWords): [string, Term][] {
  return tiers.flatMap((tier) =>
    (words[tier] ?? '')
      .split(',')
      .map((phrase) => phrase.trim())
      .filter(Boolean)
      .map((phrase): [string, Term] => [phrase, { area, part, tier }]),
  )
}

export const vocabulary = phraseIndex(
  Object.entries(areas).flatMap(([area, words]) => [
    ...termsOf(area, '', words),
    ...Object.entries(words.parts ?? {}).flatMap(([part, own]) => termsOf(area, part, own)),
  ]),
)

/** Words that every readout uses, of whatever subject: they tell nothing. */
const common = new Set(
  tokens(
    `a about above access accord according achieve across act action activity additional address advance affirm
    after again agree agreement aim all also although among an and announce any approach appropriate are area as
    at back based be because become been before begin being best better between bilateral both bring build but by call
    can candid carry challenge channel coming commit commitment common communication concern concrete conduct constructive continue
    cooperate cooperation coordinate coordination country create current date day deepen deliver delegation deputy develop
    development dialogue difference direct discuss discussion do during each early effort emphasise emphasize encourage end
    engage engagement enhance ensure establish exchange expand expansion expect facilitate first follow for foreign form forward
    framework from full further future give global goal good government group growing have he head held help
    her high him his hold host how if implement implementation important importance improve in include including increase
    initiative interest international into invite issue it its joint keep key last launch lead leader level like
    line long made maintain make manage mean measure mechanism meet meeting member minister ministry month more most
    mutual nation national necessary need new next no nor not note number of office official on one ongoing
    only open opportunity or order other our out over part particular partner partnership party people place plan
    point policy position possible practice present president prime principle priority process produce programme progress
    project promote prompt propose protect provide public purpose pursue put range reaffirm regard region regional regular
    related relation relationship relevant remain respect respective responsible result resume resumption review role round same
    say scheduled second secretary security senior series set several shall share she should side sign significant since
    so some special stand state statement step strategic strengthen strong such summit support sustain system take talk
    task team than that the their them then there these they this through time to today together top towards
    toward tackle talks two under understanding until up upon urgent use various very via view visit was way we week
    welcome were what when where which while who will with within work working world would year years
    such example through senior level high-level government-to-government
    双方 两国 双边 合作 加强 推进 推动 促进 开展 举行 建立 恢复 会谈 会晤 对话 沟通 交流 磋商 会议 工作 机制 问题 领域 共同 关系 发展
    继续 保持 进一步 同意 支持 扩大 深化 落实 承诺 共识 重要 积极 相关 有关 方面 国家 政府 领导人 部长 包括 以及 通过 进行 实现 提高
    增加 应对 解决 讨论 表示 强调 努力 措施 行动 计划 成果 进展 国际 地区 全球 世界 人民 中方 美方 我们 他们 这些 可以 将会 需要`,
  ).map((token) => token.key),
)

/** Words between things, which make no pair. */
const links = /^(?:and|the|for|with|such|their|its|between|through|includ|from|that|this|these)$/
const isShort = ({ key }: Token) => key.length < (han.test(key) ? 2 : 3)
const isLink = (token: Token) => isShort(token) || links.test(token.key)
const isTelling = (token: Token) => !isShort(token) && !common.has(token.key) && !/^\d+$/.test(token.key)

/** The telling words of a text and its pairs of neighbouring words, one of them telling. */
export function tellingWords(words: Token[]): string[] {
  return words.flatMap((token, index) => {
    const next = words[index + 1]
    const near = next && next.start - token.end <= 2
    const isPair = near && (isTelling(token) || isTelling(next)) && !isLink(token) && !isLink(next)
    return [...(isTelling(token) ? [token.key] : []), ...(isPair ? [`${token.key} ${next.key}`] : [])]
  })
}

function topicsOf(commitment: CommitmentText): Map<string, number> {
  const score = new Map<string, number>()
  const sources: [string, number][] = [
    [commitment.area ?? '', 3],
    [commitment.title, 3],
    [commitment.text, 1],
    [(commitment.criteria ?? []).join('\n'), 0.5],
  ]
  for (const [text, weight] of sources) {
    const seen = new Set<string>()
    for (const { value, phrase } of findPhrases(vocabulary, tokens(text), text, 0)) {
      const topic = value.part ? `${value.area}/${value.part}` : value.area
      if (seen.has(`${topic} ${phrase}`)) continue
      seen.add(`${topic} ${phrase}`)
      const worth = weight * strength[value.tier]
      for (const each of value.part ? [topic, value.area] : [topic])
        score.set(each, (score.get(each) ?? 0) + worth)
    }
  }
  const best = Math.max(0, ...score.values())
  if (best < 1) return new Map()
  const kept = new Map([...score].filter(([topic, worth]) => !topic.includes('/') && worth >= best * 0.45))
  const weights = new Map<string, number>()
  for (const area of kept.keys()) {
    weights.set(area, 1)
    const parts = Object.keys(areas[area]?.parts ?? {})
    const named = parts.filter((part) => (score.get(`${area}/${part}`) ?? 0) > 0)
    // A commitment on flights is hardly met by students; one on exchanges at large is met by both.
    const isNarrow = named.length > 0 && named.length < 3
    for (const part of parts)
      weights.set(`${area}/${part}`, named.includes(part) ? 1 : isNarrow ? 0.35 : 0.72)
  }
  return weights
}

const matchers = new WeakMap<CommitmentText, Matcher>()

export function matcherFor(commitment: CommitmentText): Matcher {
  const before = matchers.get(commitment)
  if (before) return before
  const topics = topicsOf(commitment)
  const own = new Set<string>()
  for (const text of [commitment.title, commitment.text, ...(commitment.criteria ?? [])])
    for (const term of tellingWords(tokens(text))) own.add(term)
  const made = { commitment, topics, own, isKnown: topics.size > 0, signature: [...topics].join(' ') }
  matchers.set(commitment, made)
  return made
}
