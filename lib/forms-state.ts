// What a form shows of its last attempt: shared by server actions and the browser.

import type { Fault } from '#lib/errors.ts'

/** Everything a form sent, as typed: names like 'evidence.0.bearing' stay flat so that a form can be shown again. */
export type Fields = Record<string, string>

/** Nothing yet, or what was wrong with the last attempt and every value of it. */
export type FormState = { attempt: number; faults: Fault[]; values: Fields; notice?: string; theirs?: Fields }

export const untouched: FormState = { attempt: 0, faults: [], values: {} }
