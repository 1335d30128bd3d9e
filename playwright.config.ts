import { defineConfig, devices } from '@playwright/test'

// bin/test.ts starts the server and names the browser; by hand, BASE_URL may be any running one.
const flags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  // A context lives for seconds: one process is enough for each, where there would be a second for its empty page.
  '--renderer-process-limit=1',
]
const { BASE_URL = 'http://localhost:3000', CHROMIUM_PATH, PLAYWRIGHT_JSON, TRACE } = process.env

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  // One more than cores: journeys wait for saves, mails and jobs as often as they work.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  // Twice what the longest needs on two cores; single steps have ten seconds.
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ...(PLAYWRIGHT_JSON ? [['json', { outputFile: PLAYWRIGHT_JSON }] as const] : [])],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: BASE_URL,
    locale: 'en-GB',
    timezoneId: 'UTC',
    // To record every step costs a tenth of the run: TRACE=1 npm run test:e2e
    trace: TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
      // Chromium's sandbox refuses to run as root; everybody else keeps it.
      args: process.getuid?.() === 0 ? ['--no-sandbox', ...flags] : flags,
    },
  },
})
