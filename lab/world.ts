// A small world for one test: one machine that counts as the open web, and names that stand for what the test wants.

import { expect, onTestFinished } from 'vitest'
import { CaptureFailure } from '#engines/fetching/faults.ts'
import { fetchPage } from '#engines/fetching/fetch.ts'
import type { Outside } from '#engines/fetching/outside.ts'
import { type Answering, openSite, type Site } from './site.ts'

export const publicMachine = '127.0.0.1'
export const privateMachine = '127.0.0.2'

export async function site(answers: Record<string, Answering>, host = publicMachine): Promise<Site> {
  const opened = await openSite(answers, host)
  onTestFinished(opened.close)
  return opened
}

/** One machine counts as the open web; every name stands for it unless it is told otherwise. */
export function outside(names: Record<string, string[][]> = {}): Outside {
  return {
    reach: { mayReach: (machine) => machine === publicMachine, mayUsePort: () => true },
    resolve: async (name) => {
      const [next = [publicMachine], ...later] = names[name] ?? []
      if (later.length > 0) names[name] = later
      return next
    },
    userAgent: 'Followthrough/test',
  }
}

export const at = ({ port }: Site, path = '/', name = 'site.example') => `http://${name}:${port}${path}`

export async function failure(
  address: string,
  options: Partial<Parameters<typeof fetchPage>[1]> = {},
): Promise<CaptureFailure> {
  const error = await fetchPage(address, { outside: outside(), ...options }).catch((each) => each)
  expect(error).toBeInstanceOf(CaptureFailure)
  return error
}
