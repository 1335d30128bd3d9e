// Asks a series of steps for the one that holds on a day, to compare it with what is counted anew.

/** What stood on a day: the last step up to it, and nothing before the first. */
export function stepAt<S extends { on: string }>(steps: readonly S[], day: string): S | undefined {
  return steps.findLast(({ on }) => on <= day)
}
