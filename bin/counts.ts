// How many tests passed, from the reports that Vitest and Playwright write.

import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

export type Counts = { passed: number; failed: number; skipped: number }

const Vitest = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})
const Playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
})

function read(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

const Titled = z.object({
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) }),
  ),
})

/** The titles of the tests that Vitest ran, with those of the groups they are in. */
export function titlesRun(file: string): string[] {
  const { data } = Titled.safeParse(read(file))
  const all = data?.testResults.flatMap((each) => each.assertionResults) ?? []
  return all.flatMap(({ fullName, status }) => (['passed', 'failed'].includes(status) ? [fullName] : []))
}

/** A run that failed without a failing test, or left no report, is itself one failure. */
function settled({ passed, failed, skipped }: Counts, isGood: boolean): Counts {
  return { passed, failed: isGood ? failed : Math.max(failed, 1), skipped }
}

export function vitestCounts(file: string, isGood: boolean): Counts {
  const { success, data } = Vitest.safeParse(read(file))
  if (!success) return { passed: 0, failed: 1, skipped: 0 }
  // A file that could not even be read holds no test that could fail.
  const broken = data.testResults.filter(
    (each) => each.status === 'failed' && each.assertionResults.length === 0,
  )
  const failed = data.numFailedTests + broken.length
  return settled(
    { passed: data.numPassedTests, failed, skipped: data.numPendingTests + data.numTodoTests },
    isGood,
  )
}

export function playwrightCounts(file: string, isGood: boolean): Counts {
  const { success, data } = Playwright.safeParse(read(file))
  if (!success) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = data.stats
  return settled({ passed: expected, failed: unexpected + flaky + data.errors.length, skipped }, isGood)
}
