import { setAnswerStatus } from '#app/answer.ts'

/** In place of a page that only administrators see. */
export function AdminsOnly() {
  setAnswerStatus(403)
  return (
    <>
      <h1>This page is for administrators</h1>
      <p className="mt-3 max-w-measure">
        Your role does not open it. If you need it, ask an administrator; or go back to{' '}
        <a href="/desk">the desk</a>.
      </p>
    </>
  )
}
