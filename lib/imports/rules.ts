// What a table of commitments may hold, which column is likely to be which, and how far an import has come.

import type { DraftState } from '#lib/generated/prisma/enums.ts'

/** The columns that are taken, as the export names them, in words. */
export const importFields = {
  ref: 'Reference',
  summit: 'Summit, by the short name of its address',
  area: 'Area, by the short name of its address',
  parties: 'Parties, by their codes',
  title_en: 'Title',
  title_zh: 'Title in Chinese',
  text_en: 'What was promised',
  text_zh: 'The same in Chinese',
  made_on: 'Promised on',
  due: 'Due',
  review_every_days: 'Review interval in days',
  criteria_en: 'Kept when, a criterion a line',
  criteria_zh: 'The same lines in Chinese',
} as const
export type ImportField = keyof typeof importFields
/** For each column of a table which field it is; '' is left out. */
export type Mapping = (ImportField | '')[]

export const largestTable = 12 * 1024 * 1024
export const mostRows = 20_000
export const mostColumns = 100

const known: Record<ImportField, string> = {
  ref: 'ref reference id no number commitment_id 编号 代号 承诺编号',
  summit: 'summit meeting summit_slug conference 峰会 会议 会晤',
  area: 'area topic theme field 领域 议题 主题',
  parties: 'parties party binds bound countries country who 各方 缔约方 当事方 国家',
  title_en: 'title title_en english_title name headline',
  title_zh: 'title_zh chinese_title title_cn 标题 名称 中文标题 题目',
  text_en: 'text text_en promise promised words wording commitment description what_was_promised',
  text_zh: 'text_zh text_cn chinese_text 承诺 内容 承诺内容 原文 正文 中文内容',
  made_on: 'made_on made promised_on date made_at 日期 承诺日期 作出日期',
  due: 'due due_on due_date deadline by 期限 截止日期 到期 到期日',
  review_every_days: 'review_every_days review_interval interval review_days 复核间隔 审查间隔 检查间隔',
  criteria_en: 'criteria criteria_en kept_when criterion 兑现标准_en',
  criteria_zh: 'criteria_zh criteria_cn 标准 兑现标准 中文标准',
}
const byName = new Map(
  Object.entries(known).flatMap(([field, names]) =>
    names.split(' ').map((name) => [name, field as ImportField] as const),
  ),
)

/** Which field each column is likely to be, by its header; each field is guessed once. */
export function guessed(header: string[]): Mapping {
  const used = new Set<string>()
  return header.map((name) => {
    const plain = name
      .normalize('NFKC')
      .trim()
      .toLowerCase()
      .replace(/[\s_.:()-]+/g, '_')
      .replace(/^_|_$/g, '')
    const field = byName.get(plain) ?? ''
    if (field === '' || used.has(field)) return ''
    used.add(field)
    return field
  })
}

/** A column as spreadsheets call it: A, B, … Z, AA. */
export function columnName(at: number): string {
  return (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
}

export type ImportState = 'open' | 'laying out' | 'waiting' | 'recording' | 'over'

/** How far an import has come, from its draft and its instants. */
export function importState(import_: {
  state: DraftState
  confirmedAt: Date | null
  doneAt: Date | null
}): ImportState {
  if (import_.state === 'PUBLISHED') return import_.doneAt ? 'over' : 'recording'
  if (import_.state === 'SUBMITTED') return 'waiting'
  return import_.confirmedAt ? 'laying out' : 'open'
}
