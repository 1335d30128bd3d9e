// Errors that stop an act: NotFound, NotAllowed, Invalid, Conflict.
// Pages, forms and the API each translate these four; anything else is a fault of ours.

export type Fault = { field: string; message: string }

/** There is no such thing, or this viewer may not know of it. */
export class NotFound extends Error {
  constructor(what: string) {
    super(`There is no such ${what}.`)
  }
}

/** The viewer may know of it, but not do this. */
export class NotAllowed extends Error {
  constructor(message = 'You may not do this.') {
    super(message)
  }
}

/** What was sent cannot be accepted; each fault names its field ('' for the whole) and says what would do. */
export class Invalid extends Error {
  readonly faults: Fault[]
  constructor(faults: Fault[]) {
    super(faults.map((fault) => fault.message).join(' '))
    this.faults = faults
  }
}

/** The same of one field. */
export const invalid = (field: string, message: string): Invalid => new Invalid([{ field, message }])

/** Somebody else changed it meanwhile. `theirs` is how it stands now, field by field, for the merge. */
export class Conflict extends Error {
  readonly theirs: Record<string, string>
  constructor(message: string, theirs: Record<string, string> = {}) {
    super(message)
    this.theirs = theirs
  }
}

/** The refusal of a change to a stale version, with the name and version that stand now. */
export function changedMeanwhile(what: string, now: { name: unknown; version: number }): Conflict {
  const { en = '', zh = '' } = now.name as { en?: string; zh?: string }
  const theirs = { 'name.en': en, 'name.zh': zh, version: String(now.version) }
  return new Conflict(`Somebody changed this ${what} while you were writing.`, theirs)
}

const gone =
  /P1001|P1002|P1008|P1017|P2024|P2028|ECONNREFUSED|ECONNRESET|57P0[123]|DatabaseNotReachable|ConnectionClosed|Connection terminated|timeout exceeded when trying to connect/

/** Whether an error means that the database does not answer, however deep the driver wrapped it. */
export function isUnavailable(error: unknown): boolean {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth++) {
    const code = 'code' in each ? String(each.code) : ''
    if (gone.test(`${code} ${each.name} ${each.message}`)) return true
  }
  return false
}
