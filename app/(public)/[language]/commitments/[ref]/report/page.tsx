import { requestedCommitment } from '#app/(public)/[language]/commitments/[ref]/commitment-asked.ts'
import { report } from '#app/(public)/[language]/commitments/[ref]/report/actions.ts'
import { type Params, type Query, readPageRequest } from '#app/(public)/request-params.ts'
import { formLeft, titled } from '#app/answer.ts'
import { NotFoundPage } from '#app/not-found-page.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { ReportForm } from '#components/reports/report-form.tsx'
import { untouched } from '#lib/forms/state.ts'
import { say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = { params: Params<{ ref: string }>; searchParams: Query }

export async function generateMetadata({ params, searchParams }: Props) {
  const { language } = await readPageRequest(params, searchParams)
  const title = wordsOf(language, 'report')('title', { ref: (await params).ref.slice(0, 40) })
  return { ...titled(title, language), robots: { index: false } }
}

export default async function ReportAnError({ params, searchParams }: Props) {
  const page = await readPageRequest(params, searchParams)
  const { language, asked, clocks, href } = page
  const found = await requestedCommitment((await params).ref, clocks)
  if (!found) return <NotFoundPage />
  const t = wordsOf(language, 'report')
  const { on = '', known = '' } = clocks.isNow ? {} : asked
  return (
    <>
      <ClockNotice {...page} now={`/commitments/${found.ref}/report`} />
      <h1>{t('title', { ref: found.ref })}</h1>
      <p className="mt-3 max-w-measure">
        {t.rich('lead', {
          title: say(found.title, language).text,
          link: (text) => <a href={href(`/commitments/${found.ref}`)}>{text}</a>,
        })}
      </p>
      <ReportForm
        action={report}
        state={formLeft() ?? untouched}
        carried={{ language, ref: found.ref, on, known }}
        language={language}
      />
    </>
  )
}
