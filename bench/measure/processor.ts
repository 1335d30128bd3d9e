// What a process has taken of the processor so far, where the system says so (Linux); NaN elsewhere.

import { readFileSync } from 'node:fs'

// USER_HZ, the unit of /proc/PID/stat: a hundredth of a second on every Linux that Node runs on.
const tickMs = 10

export function processorMs(pid: number): number {
  try {
    // The name stands in parentheses and may hold spaces: what follows it is counted from there.
    const [, ...rest] = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')
    const fields = rest.join(') ').split(' ')
    return (Number(fields[11]) + Number(fields[12])) * tickMs
  } catch {
    return Number.NaN
  }
}
