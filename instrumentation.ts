import type { Instrumentation } from 'next'

// Next drops the digest's cause before a page can see it: here the error is still whole.
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { setAnswerStatus } = await import('#app/answer.ts')
  const { isUnavailable } = await import('#lib/errors.ts')
  const { log } = await import('#lib/log.ts')
  if (isUnavailable(error)) setAnswerStatus(503)
  log.error({ err: error, method: request.method, path: request.path.split('?')[0] }, 'a page could not be answered')
}
