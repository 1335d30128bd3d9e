import { test as base, expect, type Page } from '@playwright/test'

export { expect }

export function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('response', (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.url()}: answered ${answer.status()}`)
  })
}

/** Pages on which a script failed, or that asked for something the server could not give, fail their journey. */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ page }, use) => {
      const faults: string[] = []
      watch(page, faults)
      await use(faults)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})
