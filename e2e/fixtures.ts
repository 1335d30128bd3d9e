import { test as base, expect, type Page } from '@playwright/test'
import axe from 'axe-core'

export { expect }

export function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (said) => {
    if (/Content.Security.Policy/i.test(said.text())) faults.push(`${page.url()}: ${said.text()}`)
  })
  page.on('response', (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.url()}: answered ${answer.status()}`)
  })
}

/** Pages on which a script failed, or that asked for something the server could not give, fail their journey. */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures it needs: none.
    async ({}, use) => {
      const faults: string[] = []
      await use(faults)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
  // A journey that never asks for a visitor's page is not made to open one.
  page: async ({ page, faults }, use) => {
    watch(page, faults)
    await use(page)
  },
})

declare global {
  interface Window {
    axe: typeof axe
  }
}

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
  await page.evaluate(axe.source)
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
