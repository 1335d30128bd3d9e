import { setAnswerStatus } from '#app/answer.ts'
import { NotFound } from '#lib/errors.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

/** For `.catch`: what does not exist is null, anything else is still an error. */
export function missing(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}

/** In place of a page about something that is not there. Next's own not-found page needs JavaScript to show its words. */
export function NotThere({ language = 'en' }: { language?: Language }) {
  setAnswerStatus(404)
  return <NothingHere language={language} />
}

export function NothingHere({ language = 'en' }: { language?: Language }) {
  const t = wordsOf(language, 'frame')
  return (
    <>
      <h1>{t('nothingHere')}</h1>
      <p className="mt-3 max-w-measure">
        {t.rich('nothingHereWhy', {
          commitments: (text) => <a href={`/${language}/commitments`}>{text}</a>,
          dashboard: (text) => <a href={`/${language}`}>{text}</a>,
        })}
      </p>
    </>
  )
}
