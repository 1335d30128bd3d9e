import { test as base, expect, type Page } from '@playwright/test'
import { openWindows, type Windows } from '#e2e/windows.ts'

export { expect }

function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (said) => {
    if (/Content.Security.Policy/i.test(said.text())) faults.push(`${page.url()}: ${said.text()}`)
  })
  page.on('response', (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.url()}: answered ${answer.status()}`)
  })
}

type OfWorker = { seen: string[]; windows: Windows }

/** Pages on which a script failed, or that asked for something the server could not give, fail their journey. */
export const test = base.extend<{ faults: string[] }, OfWorker>({
  seen: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures it needs: none.
    async ({}, use) => {
      await use([])
    },
    { scope: 'worker' },
  ],
  windows: [
    async ({ browser, seen }, use) => {
      const windows = openWindows(browser, (page) => watch(page, seen))
      await use(windows)
      await windows.close()
    },
    { scope: 'worker' },
  ],
  faults: [
    async ({ seen }, use) => {
      seen.length = 0
      await use(seen)
      expect(seen).toEqual([])
    },
    { auto: true },
  ],
  // A journey that never asks for a visitor's page is not made to open one.
  page: async ({ windows, javaScriptEnabled, faults: _ }, use) => {
    const page = await windows.lend({ javaScriptEnabled })
    await use(page)
    await windows.takeBack(page)
  },
})
