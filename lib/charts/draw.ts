// A chart as a picture that stands alone: title, words, drawing, legend, and where it is from.

import { drawParts, drawTallies } from '#lib/charts/counts.ts'
import { drawLegend } from '#lib/charts/legend.ts'
import { wrapped } from '#lib/charts/line-breaks.ts'
import { type Drawn, drawRibbons, drawScore, drawSteps } from '#lib/charts/over-time.ts'
import { soft } from '#lib/charts/palette.ts'
import type { Presented } from '#lib/charts/present.ts'
import { type Drawing, describe, titleOf } from '#lib/charts/rules.ts'
import { inner, lines, margin, picture } from '#lib/charts/svg.ts'
import { dateInWords, instantInWords } from '#lib/dates.ts'
import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

/** The picture of a chart, as SVG. The same chart at the same clocks is the same picture. */
export function drawChart({ drawing, language, clocks, address, summit, sources }: Presented): string {
  const t = wordsOf(language, 'charts')
  const name = titleOf(drawing.chart, language)
  const title = summit ? t('titleOf', { title: name, summit: say(summit.name, language).text }) : name
  const description = describe(drawing, language)
  let y = 62
  const heading = wrapped(title, 26, inner, 2)
  const head = lines(margin, y, heading, 26, { 'font-weight': 600 })
  y += heading.length * 36
  const said = wrapped(description, 16, inner, 4)
  const words = lines(margin, y, said, 16, { fill: soft })
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
    (each) => wrapped(each, 12, inner, 2),
  )
  const source = lines(margin, y, foot, 12, { fill: soft })
  y += foot.length * 16.8 + 16
  return picture({ title, description, language }, y, head + words + legend.body + drawn.body + source)
}

function drawnBy(drawing: Drawing, top: number, language: Language): Drawn {
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
