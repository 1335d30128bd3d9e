import { test as base, expect, type Page } from '@playwright/test'

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
