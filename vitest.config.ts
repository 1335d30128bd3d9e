import { defineConfig } from 'vitest/config'
import { RUNS } from './testing/runs.ts'

const server = ['react-server', 'node']
const shared = {
  environment: 'node' as const,
  restoreMocks: true,
  testTimeout: 60_000 * RUNS,
  hookTimeout: 60_000,
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        // The domain carries the mark 'server-only', which only this condition lets through.
        ssr: { resolve: { conditions: server, externalConditions: server } },
        test: {
          ...shared,
          name: 'domain',
          include: ['{engines,lib,worker,testing,prisma,app,bin,server,bench}/**/*.test.{ts,tsx}'],
          exclude: ['server/static-render.test.tsx'],
          execArgv: ['--conditions=react-server', '--disable-warning=ExperimentalWarning'],
          globalSetup: ['testing/global-setup.ts'],
          setupFiles: ['testing/runs.ts', 'testing/console.ts', 'testing/database.ts'],
        },
      },
      {
        // What things look like needs no database, and react-dom/server not that condition.
        test: {
          ...shared,
          name: 'components',
          include: ['components/**/*.test.{ts,tsx}', 'server/static-render.test.tsx'],
          setupFiles: ['testing/runs.ts', 'testing/console.ts'],
        },
      },
    ],
  },
})
