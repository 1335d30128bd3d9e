import { defineConfig } from 'vitest/config'
import { RUNS } from './testing/runs.ts'
import { reachable, type Source, sources } from './testing/sources.ts'

const server = ['react-server', 'node']
const drawing = ['components/**/*.test.{ts,tsx}', 'server/static-render.test.tsx']

// A database is cloned for every file that asks one: half a second that the others are spared.
const all = sources()
const byPath = new Map(all.map((each) => [each.path, each]))
const asksOne = ({ text }: Source) => /DATABASE_(OWNER_)?URL/.test(text)
const withoutDatabase = all
  .map(({ path }) => path)
  .filter((path) => /\.test\.tsx?$/.test(path))
  .filter((path) => !reachable(path, byPath).some((to) => asksOne(byPath.get(to) as Source)))
// Settings are read once: whoever changes one needs modules that have not read it.
const withOwnSettings = all
  .filter(({ path, text }) => /\.test\.tsx?$/.test(path) && /process\.env\.\w+ \??=[^=]/.test(text))
  .map(({ path }) => path)
  .filter((path) => !withoutDatabase.includes(path))

const shared = {
  environment: 'node' as const,
  restoreMocks: true,
  testTimeout: 60_000 * RUNS,
  hookTimeout: 60_000,
}

// The domain carries the mark 'server-only', which only this condition lets through.
const domain = {
  ssr: { resolve: { conditions: server, externalConditions: server } },
  test: {
    ...shared,
    pool: 'threads' as const,
    execArgv: ['--conditions=react-server', '--disable-warning=ExperimentalWarning'],
    globalSetup: ['testing/global-setup.ts'],
    setupFiles: ['testing/runs.ts', 'testing/console.ts', 'testing/database.ts'],
  },
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        ...domain,
        test: {
          ...domain.test,
          name: 'domain',
          include: ['{engines,lib,worker,testing,prisma,app,bin,server,bench}/**/*.test.{ts,tsx}'],
          exclude: [...withoutDatabase, ...withOwnSettings, ...drawing],
          isolate: false,
        },
      },
      { ...domain, test: { ...domain.test, name: 'settings', include: withOwnSettings } },
      {
        ssr: { resolve: { conditions: server, externalConditions: server } },
        test: {
          ...shared,
          name: 'rules',
          include: withoutDatabase,
          exclude: drawing,
          isolate: false,
          execArgv: ['--conditions=react-server', '--disable-warning=ExperimentalWarning'],
          setupFiles: ['testing/runs.ts', 'testing/console.ts'],
        },
      },
      {
        // What things look like needs no database, and react-dom/server not that condition.
        test: {
          ...shared,
          name: 'components',
          include: drawing,
          isolate: false,
          setupFiles: ['testing/runs.ts', 'testing/console.ts'],
        },
      },
    ],
  },
})
