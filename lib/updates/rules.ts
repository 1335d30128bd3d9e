// Statuses and grades, and which published update speaks for a commitment at a moment.

import type { Viewer } from '#lib/auth/viewer.ts'
import { dateInWords } from '#lib/dates.ts'
import type { Bearing, DatePrecision, Status } from '#lib/generated/prisma/enums.ts'
import { type Language, type Localised, say } from '#lib/languages.ts'

export type { Bearing, Status }

type Both = Required<Localised>
type StatusWords = { word: Both; meaning: Both; score: -1 | 0 | 1 }

/** The vocabulary, in its order. The score is the scale of the G20 Research Group's compliance reports. */
export const statuses: Record<Status, StatusWords> = {
  NOT_STARTED: {
    word: { en: 'Not started', zh: '未启动' },
    meaning: { en: 'No act towards it has been found.', zh: '尚未发现为兑现承诺采取的任何行动。' },
    score: -1,
  },
  UNDER_WAY: {
    word: { en: 'Under way', zh: '进行中' },
    meaning: {
      en: 'A first concrete act has happened: a group launched, talks held.',
      zh: '已有首个具体行动：成立了工作组，或举行了会谈。',
    },
    score: 0,
  },
  PARTLY_KEPT: {
    word: { en: 'Partly kept', zh: '部分兑现' },
    meaning: { en: 'Some of its criteria are met.', zh: '已达到部分标准。' },
    score: 0,
  },
  KEPT: {
    word: { en: 'Kept', zh: '已兑现' },
    meaning: { en: 'All its criteria are met.', zh: '已达到全部标准。' },
    score: 1,
  },
  STALLED: {
    word: { en: 'Stalled', zh: '停滞' },
    meaning: { en: 'Begun, then nothing, or suspended.', zh: '已经开始，之后再无下文，或被暂停。' },
    score: 0,
  },
  BROKEN: {
    word: { en: 'Broken', zh: '违背' },
    meaning: {
      en: 'An act contrary to it, or a declared withdrawal.',
      zh: '有违背承诺的行动，或已宣布退出。',
    },
    score: -1,
  },
}
export const statusOrder: readonly Status[] = [
  'NOT_STARTED',
  'UNDER_WAY',
  'PARTLY_KEPT',
  'KEPT',
  'STALLED',
  'BROKEN',
]

export const bearings: Record<Bearing, Both> = {
  SUPPORTS: { en: 'supports', zh: '支持' },
  CONTRADICTS: { en: 'contradicts', zh: '反驳' },
  CONTEXT: { en: 'gives context', zh: '提供背景' },
}

/** How far a reader can check a piece of evidence. */
export const grades: Record<'quote' | 'citation', { word: Both; meaning: Both }> = {
  quote: {
    word: { en: 'Verified quote', zh: '原文已核对' },
    meaning: {
      en: 'It stands, character for character, in an archived and hashed copy of its source.',
      zh: '与存档并计算过哈希的来源副本逐字一致。',
    },
  },
  citation: {
    word: { en: 'Citation only', zh: '仅注出处' },
    meaning: {
      en: 'A source and the place in it are named, but nothing is archived here to check it against.',
      zh: '注明了来源及其中的位置，但这里没有存档文本可供核对。',
    },
  },
}

/** Pieces of evidence that one update carries at most: what a form shows is what may be sent. */
export const mostEvidence = 8

/** What access knows a published update by: whether it still counts, and whether it is the viewer's own. */
export function updateSituation(
  viewer: Viewer,
  { authorId, isGone }: { authorId: string; isGone: boolean },
): `${'published' | 'gone'}, ${'own' | 'other'}` {
  const whose = viewer.kind === 'member' && viewer.id === authorId ? 'own' : 'other'
  return `${isGone ? 'gone' : 'published'}, ${whose}`
}

/** A published update as the two clocks see it. Instants compare as instants, days as YYYY-MM-DD text. */
export type Dated = {
  id: string
  commitmentId: string
  partyId: string | null
  status: Status
  occurredOn: string
  publishedAt: Date
  supersedesId: string | null
  withdrawnAt: Date | null
}

/**
 * The updates that count at `known`: published by then, not withdrawn by then, not corrected by then.
 * A correction that is itself withdrawn does not bring back what it corrected: that was wrong all the same.
 * The SQL twin is live_updates(); a test compares them.
 */
export function live<U extends Dated>(updates: readonly U[], known: Date): U[] {
  const published = updates.filter((update) => update.publishedAt <= known)
  const corrected = new Set(published.map((update) => update.supersedesId))
  return published.filter(
    (update) => !corrected.has(update.id) && !(update.withdrawnAt && update.withdrawnAt <= known),
  )
}

/**
 * The update that speaks for each (commitment, party or overall) at the two clocks: the live one that occurred last,
 * and of several on one day the one published last. The SQL twin is status_at().
 */
export function latestUpdates<U extends Dated>(updates: readonly U[], on: string, known: Date): U[] {
  const found = new Map<string, U>()
  for (const update of live(updates, known)) {
    if (update.occurredOn > on) continue
    const key = `${update.commitmentId} ${update.partyId ?? ''}`
    const other = found.get(key)
    if (!other || isLater(update, other)) found.set(key, update)
  }
  return [...found.values()]
}

function isLater(one: Dated, other: Dated): boolean {
  if (one.occurredOn !== other.occurredOn) return one.occurredOn > other.occurredOn
  return one.publishedAt > other.publishedAt
}

/** One line that says what was published: '14 May 2024 · WOODSIDE-6, China · Under way: Talks are held in Geneva.' */
export function publicSentence(
  update: {
    ref: string
    party: string | null
    status: Status
    day: string
    precision: DatePrecision
    headline: Localised
  },
  language: Language = 'en',
): string {
  const about = update.party ? `${update.ref}, ${update.party}` : update.ref
  const headline = say(update.headline, language).text.trim()
  const said = /[.!?。！？…]$/.test(headline) ? headline : `${headline}${language === 'zh' ? '。' : '.'}`
  const date = dateInWords(update.day, update.precision, language)
  return `${date} · ${about} · ${statuses[update.status].word[language]}: ${said}`
}

/** What is said of a commitment without a status: nothing is guessed. */
export const noUpdate = { en: 'No update yet', zh: '尚无状态更新' }

/** The headline of an update which says that somebody looked and found nothing new. */
export const noChange = { en: 'No change seen', zh: '未见变化' }

/** Where SECOND_REVIEWER asks for two, these are published by a second reviewer after a first has approved. */
export const weighty: readonly Status[] = ['KEPT', 'BROKEN']

/**
 * The publishers that say so independently: by name, each once, in supporting evidence only. A party's own voice never
 * counts, whoever printed it, and neither does a source that names no publisher.
 */
export function independentPublishers(
  evidence: readonly { bearing: Bearing; publisher: string | null; voice: string | null }[],
): string[] {
  const found = new Map<string, string>()
  for (const { bearing, publisher, voice } of evidence) {
    const name = publisher?.normalize('NFKC').trim()
    const key = name?.toLowerCase()
    if (bearing === 'SUPPORTS' && voice === null && name && key && !found.has(key)) found.set(key, name)
  }
  return [...found.values()]
}

/** The same for the overall status in force: of all live updates, newest first, since it last changed. */
export function corroborating(
  live: readonly {
    party: unknown
    status: Status
    evidence: Parameters<typeof independentPublishers>[0]
  }[],
): string[] {
  const overall = live.filter(({ party }) => party === null)
  const changed = overall.findIndex(({ status }) => status !== overall[0]?.status)
  const since = changed < 0 ? overall : overall.slice(0, changed)
  return independentPublishers(since.flatMap(({ evidence }) => evidence))
}
