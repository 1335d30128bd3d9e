import { defineConfig } from 'vitest/config'

const server = ['react-server', 'node']
const shared = { environment: 'node' as const, restoreMocks: true, testTimeout: 60_000, hookTimeout: 60_000 }

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
          include: ['{lib,prisma,app,bin,server,bench}/**/*.test.{ts,tsx}'],
          exclude: ['server/apart.test.tsx'],
          execArgv: ['--conditions=react-server', '--disable-warning=ExperimentalWarning'],
          globalSetup: ['lib/testing/global-setup.ts'],
          setupFiles: ['lib/testing/console.ts', 'lib/testing/database.ts'],
        },
      },
      {
        // What things look like needs no database, and react-dom/server not that condition.
        test: {
          ...shared,
          name: 'components',
          include: ['components/**/*.test.{ts,tsx}', 'server/apart.test.tsx'],
          setupFiles: ['lib/testing/console.ts'],
        },
      },
    ],
  },
})
