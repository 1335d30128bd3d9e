import { setAnswerStatus } from '#app/answer.ts'
import { requestUrl } from '#app/request-url.ts'
import { NotFound } from '#lib/errors.ts'
import { wordsOf } from '#lib/messages/translate.ts'

/** For `.catch`: what does not exist is null, anything else is still an error. */
export function missing(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}

/** In place of a page about something that is not there. Next's own not-found page needs JavaScript to show its words. */
export function NotFoundPage() {
  setAnswerStatus(404)
  return <NothingHere />
}

export async function NothingHere() {
  const { language, href } = await requestUrl()
  const t = wordsOf(language, 'frame')
  return (
    <>
      <h1>{t('nothingHere')}</h1>
      <p className="mt-3 max-w-measure">
        {t.rich('nothingHereWhy', {
          commitments: (text) => <a href={href('/commitments')}>{text}</a>,
          dashboard: (text) => <a href={href('/')}>{text}</a>,
        })}
      </p>
    </>
  )
}
