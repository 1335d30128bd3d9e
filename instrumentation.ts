import { setAnswerStatus } from '#app/answer.ts'
import { isUnavailable } from '#lib/errors.ts'

/** Next calls this for every error a page did not catch, before it writes the head of its answer. */
export function onRequestError(error: unknown): void {
  if (isUnavailable(error)) setAnswerStatus(503)
}
