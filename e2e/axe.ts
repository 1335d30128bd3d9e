// What axe finds wrong with a page, in light and in dark.

import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'

declare global {
  interface Window {
    axe: typeof axe
  }
}

// `axe.source` is the long form, which takes a page twice as long to read.
const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
// A page in the dark differs from the same in the light by its colours alone.
const rulesOnColours = ['color-contrast', 'link-in-text-block']
const runs = { light: tags, dark: rulesOnColours } as const

/**
 * What axe finds wrong with a page at 360 pixels, in light and in dark, and whether it is wider than that. `colours` says
 * no where the same page was looked at in the other language.
 */
export async function faultsOf(page: Page, { colours = true } = {}): Promise<unknown[]> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 360, height: 800 })
  const found: unknown[] = []
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  for (const colorScheme of colours ? (['light', 'dark'] as const) : (['light'] as const)) {
    await page.emulateMedia({ colorScheme })
    // No page holds a frame, nor a style sheet of another site to be loaded first.
    const rules = colours ? {} : Object.fromEntries(rulesOnColours.map((id) => [id, { enabled: false }]))
    const runOnly = [...runs[colorScheme]]
    const options = { runOnly, rules, resultTypes: ['violations' as const], preload: false }
    const { violations } = await page.evaluate((asked) => window.axe.run(asked), options)
    found.push(...violations.map(({ id, nodes }) => [colorScheme, id, nodes.map((node) => node.html)]))
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  if (width > 360) found.push(`${width} pixels wide`)
  if (before) await page.setViewportSize(before)
  return found
}

// Data for search engines runs nothing.
const running = 'script:not([type="application/ld+json"])'

/**
 * Shows what stands at `path`. Where a page without scripts is open, another without takes its place in the same window:
 * axe is there and has warmed up, and looks at three such in the time of one that is gone to.
 */
export async function openForAxe(page: Page, path: string): Promise<void> {
  const isFresh = !page.url().startsWith('http') || (await page.locator(running).count()) > 0
  const isShown = !isFresh && (await page.evaluate(replaceBy, { path, running }))
  if (!isShown) await page.goto(path)
}

async function replaceBy(asked: { path: string; running: string }): Promise<boolean> {
  const text = await (await fetch(asked.path)).text()
  const next = new DOMParser().parseFromString(text, 'text/html').documentElement
  if (next.querySelector(asked.running)) return false
  const sheets = [...next.querySelectorAll('link[rel=stylesheet]')].map(
    (sheet) => new Promise((resolve) => sheet.addEventListener('load', resolve)),
  )
  document.replaceChild(document.adoptNode(next), document.documentElement)
  await Promise.all(sheets)
  return true
}
