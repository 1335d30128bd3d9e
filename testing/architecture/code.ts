// Lists the project's code by place and kind (glob), as the architecture tests ask for it.

import { type Source, sources } from '#testing/sources.ts'

/** Every hand-written file, tests as well. */
export const all = sources()
export const byPath = new Map(all.map((each) => [each.path, each]))

const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith('testing/')

/** What runs when the product does, and its command line. */
export const code = all.filter((each) => !isTest(each.path) && !/^(e2e|bench|lab)\//.test(each.path))

export const inside = (folder: string) => code.filter((each) => each.path.startsWith(`${folder}/`))

/** The paths of the files that offend. */
export function offences(files: Source[], isOffence: (source: Source) => unknown): string[] {
  return files.filter((each) => isOffence(each)).map((each) => each.path)
}
