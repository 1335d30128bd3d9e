import type { Instrumentation } from 'next'
import { setAnswerStatus } from '#app/answer.ts'
import { isUnavailable } from '#lib/errors.ts'

/** Next calls this for every error that a page did not catch, before it writes the head of its answer. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (isUnavailable(error)) setAnswerStatus(503)
  // Imported late: the settings it reads are not there while Next builds.
  const { log } = await import('#lib/log.ts')
  log.error(
    { err: error, method: request.method, path: request.path.split('?')[0] },
    'a page could not be answered',
  )
}
