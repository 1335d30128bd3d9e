import { setAnswerStatus } from '#app/answer.ts'
import { NotFound } from '#lib/errors.ts'

/** For `.catch`: what does not exist is null, anything else is still an error. */
export function missing(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}

/** In place of a page about something that is not there. Next's own not-found page needs JavaScript to show its words. */
export function NotThere() {
  setAnswerStatus(404)
  return (
    <>
      <h1>There is nothing at this address</h1>
      <p className="mt-3 max-w-measure">
        Perhaps it was mistyped, or never existed: what is published here is never removed. Look through{' '}
        <a href="/commitments">all commitments</a>, or start at the <a href="/">dashboard</a>.
      </p>
    </>
  )
}
