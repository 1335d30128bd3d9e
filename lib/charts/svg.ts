// Server-rendered SVG that stands alone (charts, cards): colours spelled out, fonts named, no stylesheet.

import { ink, paper, softInk, statusColour } from '#lib/charts/palette.ts'
import { textures } from '#lib/charts/rules.ts'
import type { Language } from '#lib/languages.ts'
import { escapeXml } from '#lib/markup.ts'
import { type Status, statusOrder } from '#lib/updates/rules.ts'

export const fill = (status: Status) => `url(#${status.toLowerCase()})`
const fonts = `'Noto Sans', 'Noto Sans SC', 'Noto Sans Hans', 'PingFang SC', 'Microsoft YaHei', sans-serif`

export const width = 1200
export const margin = 40
export const innerWidth = width - 2 * margin

type Attributes = Record<string, string | number | undefined>

/** An element; children are elements already, a text must have passed `escapeXml`. */
export function svgTag(name: string, attributes: Attributes, ...children: string[]): string {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${escapeXml(typeof value === 'number' ? rounded(value) : String(value))}"`,
    )
    .join('')
  return children.length ? `<${name}${said}>${children.join('')}</${name}>` : `<${name}${said}/>`
}

const rounded = (value: number) => String(Math.round(value * 100) / 100)

export function svgText(x: number, y: number, said: string, attributes: Attributes = {}): string {
  return svgTag('text', { x, y, ...attributes }, escapeXml(said))
}

/** Lines of text one under the other; the first stands at `y`. */
export function svgLines(
  x: number,
  y: number,
  said: readonly string[],
  size: number,
  attributes: Attributes = {},
) {
  return said
    .map((each, at) => svgText(x, y + at * size * 1.4, each, { 'font-size': size, ...attributes }))
    .join('')
}

/** A whole picture: its name and description for those who hear it, its ground, the fills it may use, and its body. */
export function svgPicture(
  named: { title: string; description: string; language: Language },
  height: number,
  body: string,
): string {
  const patterns = statusOrder.map((status) =>
    svgTag(
      'pattern',
      { id: status.toLowerCase(), width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
      svgTag('rect', { width: 8, height: 8, fill: statusColour(status) }),
      svgTag('path', {
        d: textures[status],
        fill: 'none',
        stroke: paper,
        'stroke-width': 1.1,
        'stroke-opacity': 0.6,
      }),
    ),
  )
  const silence = svgTag(
    'pattern',
    { id: 'silence', width: 5, height: 5, patternUnits: 'userSpaceOnUse' },
    svgTag('path', { d: 'M0 5L5 0M-1 1L1 -1M4 6L6 4', stroke: softInk, 'stroke-width': 1.2 }),
  )
  return svgTag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      width,
      height: Math.ceil(height),
      'xml:lang': named.language === 'zh' ? 'zh-Hans' : 'en',
      role: 'img',
      'aria-labelledby': 'title desc',
      'font-family': fonts,
      'font-size': 15,
      fill: ink,
    },
    svgTag('title', { id: 'title' }, escapeXml(named.title)),
    svgTag('desc', { id: 'desc' }, escapeXml(named.description)),
    svgTag('defs', {}, ...patterns, silence),
    svgTag('rect', { width: '100%', height: '100%', fill: paper }),
    body,
  )
}
