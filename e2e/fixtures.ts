import { test as base, expect } from '@playwright/test'

export { expect }

/** Pages on which a script failed, or that asked for something the server could not give, fail their journey. */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ page }, use) => {
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
      page.on('response', (answer) => {
        if (answer.status() >= 500) faults.push(`${answer.url()}: answered ${answer.status()}`)
      })
      await use(faults)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})
