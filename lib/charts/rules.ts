// The charts that anyone can take away: their names and formats, what each is drawn from, and what it says in words.

import type { CommitmentLine } from '#lib/commitments/read.ts'
import { isRef } from '#lib/commitments/rules.ts'
import { dateInWords } from '#lib/dates.ts'
import { type Language, type Localised, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import type { Axis } from '#lib/progress/axis.ts'
import { spansOf, stretchesOf } from '#lib/progress/ribbon.ts'
import {
  addTallies,
  type Score,
  scoreInWords,
  scoreOf,
  type Tally,
  tallyInWords,
} from '#lib/progress/rules.ts'
import type { ScoreStep, TallyStep } from '#lib/progress/steps.ts'
import { type Status, statusOrder } from '#lib/updates/rules.ts'

export const chartNames = ['ribbons', 'steps', 'score', 'parts', 'areas', 'parties', 'summits'] as const
export type ChartName = (typeof chartNames)[number]
export const chartFormats = ['csv', 'json', 'svg', 'png'] as const
export type ChartFormat = (typeof chartFormats)[number]

export type TallyOfGroup = { key: string; name: Localised; tally: Tally }
/** What a chart is drawn from, whoever draws it: the page, the picture or the table. */
export type ChartData =
  | { chart: 'ribbons'; lines: CommitmentLine[]; axis: Axis }
  | { chart: 'steps'; steps: TallyStep[]; axis: Axis }
  | { chart: 'score'; scores: ScoreStep[]; axis: Axis }
  | { chart: 'parts'; overall: Tally; own: Tally }
  | { chart: 'areas' | 'parties' | 'summits'; counted: TallyOfGroup[] }

export const isChart = (text: string): text is ChartName => chartNames.some((each) => each === text)
export const isChartFormat = (text: string): text is ChartFormat => chartFormats.some((each) => each === text)

/** The commitment that ribbons are asked for alone; a fault where its reference cannot be one. */
export function readChartRef(
  asked: string | undefined,
  language: Language,
): { ref: string; faults: string[] } {
  if (!asked || isRef(asked)) return { ref: asked ?? '', faults: [] }
  return { ref: '', faults: [wordsOf(language, 'charts')('notARef', { asked: asked.slice(0, 40) })] }
}

/** What is drawn over the colour of a status, 8 by 8, so that print and grey tell them apart. */
export const textures: Record<Status, string> = {
  NOT_STARTED: 'M1 1h2v2h-2zM5 5h2v2h-2z',
  UNDER_WAY: 'M0 8L8 0M-2 2L2 -2M6 10L10 6',
  PARTLY_KEPT: 'M0 2h8M0 6h8',
  KEPT: '',
  STALLED: 'M2 0v8M6 0v8',
  BROKEN: 'M0 0L8 8M8 0L0 8',
}

const titles = {
  ribbons: 'ribbons',
  steps: 'steps',
  score: 'scoreOverTime',
  parts: 'parts',
  areas: 'areas',
  parties: 'parties',
  summits: 'summits',
} as const

export function chartTitle(chart: ChartName, language: Language): string {
  return wordsOf(language, 'charts')(titles[chart])
}

/** What a chart shows, in a sentence or two, its numbers included: who cannot see it misses nothing but the form. */
export function describeChart(drawing: ChartData, language: Language): string {
  const t = wordsOf(language, 'charts')
  const day = (each: string) => dateInWords(each, 'DAY', language)
  switch (drawing.chart) {
    case 'ribbons':
      if (drawing.lines.length === 0) return t('noRibbons')
      return t('ribbonsMean', { count: drawing.lines.length, on: day(drawing.axis.on) })
    case 'steps': {
      const [first] = drawing.steps
      const last = drawing.steps.at(-1)
      if (!first || !last) return t('nothingYet')
      const span = { from: day(first.on), until: day(drawing.axis.on) }
      return `${t('stepsMean', span)}${gap(language)}${tallyInWords(last.tally, language)}`
    }
    case 'score':
      return describeScore(drawing, language)
    case 'parts': {
      const { value, counted, leftOut } = scoreOf(addTallies(drawing.overall, drawing.own))
      return t('partsMean', { counted, leftOut, score: scoreInWords(value, language) })
    }
    case 'areas':
      return t('areasMean')
    case 'parties':
      return t('partiesMean')
    case 'summits':
      return t('summitsMean')
  }
}

const gap = (language: Language) => (language === 'zh' ? '' : ' ')

function describeScore({ scores, axis }: ChartData & { chart: 'score' }, language: Language): string {
  const t = wordsOf(language, 'charts')
  const day = (each: string) => dateInWords(each, 'DAY', language)
  const scored = scores.filter(
    (each): each is ScoreStep & { score: Score & { value: number } } => each.score.value !== null,
  )
  const [first] = scored
  const last = scored.at(-1)
  if (!first || !last) return t('noScoreYet')
  const by = scored.toSorted((one, other) => one.score.value - other.score.value)
  const said = ({ score }: ScoreStep) => scoreInWords(score.value, language)
  return t('scoreMeans', {
    first: said(first),
    from: day(first.on),
    last: said(last),
    until: day(axis.on),
    low: said(by[0] ?? first),
    high: said(by.at(-1) ?? last),
  })
}

/** A name in the reader's language where it has one; of rows without a name, their key. */
export function groupName({ name, key }: TallyOfGroup, language: Language): string {
  return say(name, language).text || key
}

/** The address of a chart's own page, or of one of its files, with everything it was asked. */
export function chartPath(chart: ChartName, format?: ChartFormat): string {
  return format ? `/charts/${chart}/${format}` : `/charts/${chart}`
}

/** How many rows the table of a drawing has. */
export function tableRows(drawing: ChartData): number {
  switch (drawing.chart) {
    case 'ribbons':
      return drawing.lines
        .map(({ madeOn, reviewEveryDays, updates }) =>
          [
            spansOf(madeOn, drawing.axis.on, updates),
            stretchesOf(madeOn, drawing.axis.on, reviewEveryDays, updates),
          ].flat(),
        )
        .reduce((sum, each) => sum + each.length, 0)
    case 'steps':
      return drawing.steps.length
    case 'score':
      return drawing.scores.length
    case 'parts':
      return statusOrder.length
    default:
      return drawing.counted.length
  }
}
