// The criteria field of a commitment: by what it counts as kept. Rows of a form, lines of a CSV cell.

import { z } from 'zod'
import { both, field } from '#lib/commitments/field-kinds.ts'
import { localisedLine } from '#lib/forms/parse.ts'
import { type Localised, LocalisedText, localised } from '#lib/languages.ts'

const linesOf = (criteria: Localised[], language: keyof Localised) =>
  // The nth line of each language is the nth criterion: one that is missing leaves its line empty.
  criteria.some((each) => each[language]) ? criteria.map((each) => each[language] ?? '').join('\n') : ''

const isSaid = (each: unknown) =>
  typeof each === 'object' &&
  each !== null &&
  Object.values(each).some((text) => typeof text !== 'string' || text.trim() !== '')

export const criteria = field({
  key: 'criteria',
  schema: z.array(localisedLine(400)).min(1, 'Say what must be so for it to count as kept.').max(20),
  kept: z.array(LocalisedText),
  read: (criteria) => criteria.map(localised),
  columns: () => ({}),
  toForm: (criteria) => ({
    criteriaRows: String(criteria.length),
    ...Object.fromEntries(
      criteria.flatMap(({ en = '', zh = '' }, at) => [
        [`criteria.${at}.en`, en],
        [`criteria.${at}.zh`, zh],
      ]),
    ),
  }),
  fromForm: (sent) => (Array.isArray(sent) ? sent.filter(isSaid) : []),
  headers: [
    {
      name: 'criteria_en',
      words: 'Kept when, a criterion a line',
      also: 'criteria kept_when criterion 兑现标准_en',
    },
    {
      name: 'criteria_zh',
      words: 'The same lines in Chinese',
      also: 'criteria_cn 标准 兑现标准 中文标准',
    },
  ],
  toCells: (criteria) => [linesOf(criteria, 'en'), linesOf(criteria, 'zh')],
  fromCells: (cells, base = []) => {
    const [en = [], zh = []] = (['en', 'zh'] as const).map(
      (language, at) => cells[at]?.split(/\r\n?|\n/) ?? base.map((each) => each[language] ?? ''),
    )
    return Array.from({ length: Math.max(en.length, zh.length) }, (_, at) => ({
      en: en[at] ?? null,
      zh: zh[at] ?? null,
    })).filter((each) => each.en?.trim() || each.zh?.trim())
  },
  facts: (criteria) =>
    criteria.flatMap(({ en, zh }, at) => [
      [`Kept when, ${at + 1}`, en],
      [`Kept when, ${at + 1}, in Chinese`, zh],
    ]),
  wording: (criteria) => criteria.flatMap(both),
})
