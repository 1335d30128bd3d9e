// The one list of a commitment's fields: forms, tables, JSON, wordings, the ledger and the database are loops over it.

import { z } from 'zod'
import { criteria } from '#lib/commitments/criteria.ts'
import { due } from '#lib/commitments/due.ts'
import { field, localisedField } from '#lib/commitments/field-kinds.ts'
import { dateInWords, dateOf } from '#lib/dates.ts'
import { day, id, optionalId } from '#lib/forms/parse.ts'

/** In the order of the form. */
export const commitmentFields = [
  field({
    key: 'ref',
    schema: z
      .string()
      .regex(/^[A-Z0-9]+(-[A-Z0-9]+)+$/, 'Write a reference like WOODSIDE-1.')
      .max(40),
    kept: z.string(),
    columns: (ref) => ({ ref }),
    inputs: [
      {
        name: 'ref',
        label: 'Reference',
        hint: 'Capital letters, digits and hyphens, like WOODSIDE-1. It stays as it is.',
        isOnlyNew: true,
      },
    ],
    headers: [
      { name: 'ref', words: 'Reference', also: 'reference id no number commitment_id 编号 代号 承诺编号' },
    ],
  }),
  field({
    key: 'summitSlug',
    schema: z.string().max(80),
    kept: z.string(),
    columns: () => ({}),
    headers: [
      {
        name: 'summit',
        words: 'Summit, by the short name of its address',
        also: 'meeting summit_slug conference 峰会 会议 会晤',
      },
    ],
    json: 'summit',
    facts: (slug) => [['Summit', slug]],
  }),
  localisedField({
    key: 'title',
    most: 200,
    labels: { en: 'Title', zh: 'Title in Chinese' },
    also: { en: 'title english_title name headline', zh: 'chinese_title title_cn 标题 名称 中文标题 题目' },
  }),
  localisedField({
    key: 'text',
    most: 2_000,
    labels: { en: 'What was promised', zh: 'The same in Chinese' },
    hint: 'In the words it was promised in, as far as they are known.',
    rows: { en: 4, zh: 3 },
    also: {
      en: 'text promise promised words wording commitment description what_was_promised',
      zh: 'text_cn chinese_text 承诺 内容 承诺内容 原文 正文 中文内容',
    },
  }),
  field({
    key: 'partyCodes',
    schema: z.array(z.string().max(8)).min(1, 'Name the parties it binds.').max(50),
    kept: z.array(z.string()),
    columns: () => ({}),
    toForm: (codes) => Object.fromEntries(codes.map((code) => [`partyCodes.${code}`, code])),
    fromForm: (sent) => (typeof sent === 'object' && sent !== null ? Object.values(sent) : []),
    headers: [
      {
        name: 'parties',
        words: 'Parties, by their codes',
        also: 'party binds bound countries country who 各方 缔约方 当事方 国家',
      },
    ],
    toCells: (codes) => [codes.join(';')],
    fromCells: ([cell], base = []) =>
      cell?.split(/[;,，；、\s]+/).flatMap((code) => (code ? code.toUpperCase() : [])) ?? base,
    json: 'parties',
    facts: (codes) => [['Binds', [...codes].sort().join(', ')]],
    wording: (codes, t) => [t('binds', { parties: codes.join(', ') })],
  }),
  field({
    key: 'areaSlug',
    schema: z.string().max(80),
    kept: z.string(),
    columns: () => ({}),
    headers: [
      {
        name: 'area',
        words: 'Area, by the short name of its address',
        also: 'topic theme field 领域 议题 主题',
      },
    ],
    json: 'area',
    facts: (slug) => [['Area', slug]],
  }),
  field({
    key: 'madeOn',
    schema: day,
    kept: z.string(),
    columns: (madeOn) => ({ madeOn: dateOf(madeOn) }),
    inputs: [{ name: 'madeOn', label: 'Promised on', hint: 'Like 2023-11-15' }],
    headers: [
      { name: 'made_on', words: 'Promised on', also: 'made promised_on date made_at 日期 承诺日期 作出日期' },
    ],
    facts: (day) => [['Promised on', dateInWords(day)]],
  }),
  due,
  field({
    key: 'reviewEveryDays',
    schema: z.coerce
      .number('Write a whole number of days, like 90.')
      .int('Write a whole number of days, like 90.')
      .min(1, 'At least one day.')
      .max(3_650, 'At most ten years.'),
    kept: z.number(),
    columns: (reviewEveryDays) => ({ reviewEveryDays }),
    inputs: [
      {
        name: 'reviewEveryDays',
        label: 'Review interval in days',
        hint: 'After so many days without news it counts as stale.',
        inputMode: 'numeric',
      },
    ],
    headers: [
      {
        name: 'review_every_days',
        words: 'Review interval in days',
        also: 'review_interval interval review_days 复核间隔 审查间隔 检查间隔',
      },
    ],
    fromCells: ([cell], base = 90) => cell || base,
    facts: (days) => [['Review interval', `${days} days`]],
    wording: (days, t, _, { areaSlug }) => [t('looked', { area: String(areaSlug), days })],
  }),
  field({
    key: 'promisedInId',
    schema: optionalId,
    kept: id.nullable(),
    columns: (promisedInId) => ({ promisedInId }),
    json: null,
  }),
  criteria,
  localisedField({
    key: 'guideline',
    most: 1_000,
    labels: { en: 'What would count as evidence', zh: 'What would count as evidence, in Chinese' },
    hint: 'What a source must show for it to prove that this is kept: a law in force, a figure, an act.',
    rows: { en: 3, zh: 3 },
    also: {
      en: 'guideline evidence_guideline what_would_count_as_evidence',
      zh: 'guideline_cn 证据 证据标准 证据要求 证据指引',
    },
    isOptional: true,
    heading: 'guideline',
    isLater: true,
  }),
] as const
