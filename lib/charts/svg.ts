// Writes SVG that stands alone: colours spelled out, fonts named, lengths in one unit, no style from anywhere else.

import { textures } from '#lib/charts/rules.ts'
import type { Language } from '#lib/languages.ts'
import { type Status, statusOrder } from '#lib/updates/rules.ts'

/** The light colours of the product, as app/globals.css has them: a file must not depend on a page. */
export const ink = '#1c1b18'
export const soft = '#5c574c'
export const rule = '#d9d3c5'
export const edge = '#857d6c'
export const accent = '#0b5069'
export const paper = '#fdfcf9'
export const colours: Record<Status, string> = {
  NOT_STARTED: '#8e9399',
  UNDER_WAY: '#4072e4',
  PARTLY_KEPT: '#6d198c',
  KEPT: '#146d5d',
  STALLED: '#c67e00',
  BROKEN: '#6f0000',
}
export const fill = (status: Status) => `url(#${status.toLowerCase()})`
const fonts = `'Noto Sans', 'Noto Sans SC', 'Noto Sans Hans', 'PingFang SC', 'Microsoft YaHei', sans-serif`

export const width = 1200
export const margin = 40
export const inner = width - 2 * margin

type Attributes = Record<string, string | number | undefined>

/** An element; children are elements already, a text must have passed `escaped`. */
export function tag(name: string, attributes: Attributes, ...children: string[]): string {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(typeof value === 'number' ? rounded(value) : String(value))}"`)
    .join('')
  return children.length ? `<${name}${said}>${children.join('')}</${name}>` : `<${name}${said}/>`
}

const rounded = (value: number) => String(Math.round(value * 100) / 100)

/** A text as XML takes it: the five signs as entities, and nothing that no XML document may hold. */
export function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
  )
}

export function text(x: number, y: number, said: string, attributes: Attributes = {}): string {
  return tag('text', { x, y, ...attributes }, escaped(said))
}

/** Lines of text one under the other; the first stands at `y`. */
export function lines(
  x: number,
  y: number,
  said: readonly string[],
  size: number,
  attributes: Attributes = {},
) {
  return said
    .map((each, at) => text(x, y + at * size * 1.4, each, { 'font-size': size, ...attributes }))
    .join('')
}

/** How wide a text will be, about: no font is at hand, so letters count by their kind and nothing is cut too late. */
export function widthOf(said: string, size: number): number {
  let ems = 0
  for (const sign of said) ems += emsOf(sign)
  return ems * size
}

function emsOf(sign: string): number {
  if (/[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\u3000-\u303f“”‘’…]/u.test(sign)) return 1
  if (/[ijlIt.,:;'|!()f]/.test(sign)) return 0.34
  if (/[mwMW@%]/.test(sign)) return 0.88
  return /[A-Z]/.test(sign) ? 0.66 : sign === ' ' ? 0.26 : 0.56
}

/** A text in lines no wider than `most`, broken where its script breaks; what is beyond the last line becomes “…”. */
export function wrapped(
  said: string,
  size: number,
  most: number,
  limit: number,
  language: Language,
): string[] {
  const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(said)]
  const found: string[] = []
  let line = ''
  for (const { segment, isWordLike } of words) {
    // What is no word (a comma, a bracket) stays with the one before it.
    const isOver = widthOf((line + segment).trimEnd(), size) > most && isWordLike
    if (isOver && line) {
      found.push(line.trimEnd())
      line = ''
    }
    line += segment
  }
  if (line.trim()) found.push(line.trimEnd())
  if (found.length <= limit) return found
  return [...found.slice(0, limit - 1), clipped(found.slice(limit - 1).join(''), size, most)]
}

function clipped(said: string, size: number, most: number): string {
  const signs = [...new Intl.Segmenter().segment(said)].map(({ segment }) => segment)
  while (signs.length && widthOf(`${signs.join('')}…`, size) > most) signs.pop()
  return `${signs.join('').trimEnd()}…`
}

/** A whole picture: its name and description for those who hear it, its ground, the fills it may use, and its body. */
export function picture(
  named: { title: string; description: string; language: Language },
  height: number,
  body: string,
): string {
  const patterns = statusOrder.map((status) =>
    tag(
      'pattern',
      { id: status.toLowerCase(), width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
      tag('rect', { width: 8, height: 8, fill: colours[status] }),
      tag('path', {
        d: textures[status],
        fill: 'none',
        stroke: paper,
        'stroke-width': 1.1,
        'stroke-opacity': 0.6,
      }),
    ),
  )
  const silence = tag(
    'pattern',
    { id: 'silence', width: 5, height: 5, patternUnits: 'userSpaceOnUse' },
    tag('path', { d: 'M0 5L5 0M-1 1L1 -1M4 6L6 4', stroke: soft, 'stroke-width': 1.2 }),
  )
  return tag(
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
    tag('title', { id: 'title' }, escaped(named.title)),
    tag('desc', { id: 'desc' }, escaped(named.description)),
    tag('defs', {}, ...patterns, silence),
    tag('rect', { width: '100%', height: '100%', fill: paper }),
    body,
  )
}
