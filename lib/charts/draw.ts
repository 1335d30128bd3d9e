// A chart as an SVG that stands alone: title, description, drawing, legend, and where it is from.

import { drawParts, drawTallies } from '#lib/charts/counts.ts'
import { drawLegend } from '#lib/charts/legend.ts'
import { wrapText } from '#lib/charts/line-breaks.ts'
import { drawRibbons, drawScore, drawSteps, type SvgPart } from '#lib/charts/over-time.ts'
import { softInk } from '#lib/charts/palette.ts'
import type { PresentedChart } from '#lib/charts/present.ts'
import { type ChartData, chartTitle, describeChart } from '#lib/charts/rules.ts'
import { innerWidth, margin, svgLines, svgPicture } from '#lib/charts/svg.ts'
import { dateInWords, instantInWords } from '#lib/dates.ts'
import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

/** The picture of a chart, as SVG. The same chart at the same clocks is the same picture. */
export function chartSvg({ drawing, language, clocks, address, summit, sources }: PresentedChart): string {
  const t = wordsOf(language, 'charts')
  const name = chartTitle(drawing.chart, language)
  const title = summit ? t('titleOf', { title: name, summit: say(summit.name, language).text }) : name
  const description = describeChart(drawing, language)
  let y = 62
  const heading = wrapText(title, 26, innerWidth, 2)
  const head = svgLines(margin, y, heading, 26, { 'font-weight': 600 })
  y += heading.length * 36
  const said = wrapText(description, 16, innerWidth, 4)
  const words = svgLines(margin, y, said, 16, { fill: softInk })
  y += said.length * 22.4 + 18
  const legend = drawLegend(drawing, y, language)
  y += legend.height
  const drawn = drawnBy(drawing, y + 12, language)
  y += 12 + drawn.height + 34
  const clock = t('clocks', {
    on: dateInWords(clocks.on, 'DAY', language),
    known: instantInWords(clocks.known, language),
  })
  const foot = [t('restsOn', { ...sources, articles: sources.articles ?? 0 }), clock, address].flatMap(
    (each) => wrapText(each, 12, innerWidth, 2),
  )
  const source = svgLines(margin, y, foot, 12, { fill: softInk })
  y += foot.length * 16.8 + 16
  return svgPicture({ title, description, language }, y, head + words + legend.body + drawn.body + source)
}

function drawnBy(drawing: ChartData, top: number, language: Language): SvgPart {
  switch (drawing.chart) {
    case 'ribbons':
      return drawRibbons(drawing, top, language)
    case 'steps':
      return drawSteps(drawing, top, language)
    case 'score':
      return drawScore(drawing, top, language)
    case 'parts':
      return drawParts(drawing, top + 12, language)
    default:
      return drawTallies(drawing.counted, top, language)
  }
}
