import { dirname } from 'node:path'
import { defineConfig } from 'vitest/config'

const server = ['react-server', 'node']

export default defineConfig({
  root: dirname(import.meta.dirname),
  ssr: { resolve: { conditions: server, externalConditions: server } },
  test: {
    environment: 'node',
    // LAB: which of the two labs; chaos needs a database of its own.
    include: [`lab/**/*.${process.env.LAB ?? 'hostile'}.ts`],
    // One at a time: what is measured is time and memory.
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    execArgv: ['--conditions=react-server', '--disable-warning=ExperimentalWarning'],
    env: { BASE_URL: 'http://localhost:3000' },
    globalSetup: process.env.LAB === 'chaos' ? ['testing/global-setup.ts'] : [],
    setupFiles: ['testing/console.ts', ...(process.env.LAB === 'chaos' ? ['testing/database.ts'] : [])],
  },
})
