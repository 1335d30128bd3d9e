import { languageOf, type Params } from '#app/(public)/request-params.ts'
import { titled } from '#app/answer.ts'
import { NotFoundPage } from '#app/not-found-page.tsx'
import { StaticMarkup } from '#app/static-markup.tsx'
import { isRef } from '#lib/commitments/rules.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = { params: Params<{ ref: string }> }

export async function generateMetadata({ params }: Props) {
  const language = await languageOf(params)
  return { ...titled(wordsOf(language, 'report')('sentTitle'), language), robots: { index: false } }
}

/** The same for everybody: what was sent is shown to reviewers only. */
export default async function ReportSent({ params }: Props) {
  const language = await languageOf(params)
  const { ref } = await params
  if (!isRef(ref)) return <NotFoundPage />
  const t = wordsOf(language, 'report')
  return (
    <StaticMarkup>
      <h1>{t('sentTitle')}</h1>
      <p className="mt-3 max-w-measure">
        {t.rich('sent', {
          ref,
          link: (text) => <a href={`/${language}/commitments/${ref}`}>{text}</a>,
          corrections: (text) => <a href={`/${language}/corrections`}>{text}</a>,
        })}
      </p>
    </StaticMarkup>
  )
}
