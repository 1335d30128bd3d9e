import { requestedCommitment } from '#app/(public)/[language]/commitments/[ref]/commitment-asked.ts'
import { type Params, type Query, readPageRequest } from '#app/(public)/request-params.ts'
import { titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { NotFoundPage } from '#app/not-found-page.tsx'
import { StaticMarkup } from '#app/static-markup.tsx'
import { ClockForm } from '#components/progress/clock-form.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { OwnWords, Statements } from '#components/statements/statements.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { listStatements } from '#lib/statements/read.ts'

type Props = { params: Params<{ ref: string }>; searchParams: Query }

export async function generateMetadata({ params, searchParams }: Props) {
  const { language } = await readPageRequest(params, searchParams)
  return titled(
    wordsOf(language, 'statements')('titleOf', { what: (await params).ref.slice(0, 40) }),
    language,
  )
}

/** One commitment in each side's own words. */
export default async function CommitmentStatements({ params, searchParams }: Props) {
  const page = await readPageRequest(params, searchParams)
  const { clocks, href, language, today } = page
  const found = await requestedCommitment((await params).ref, clocks)
  if (!found) return <NotFoundPage />
  const sayings = (await listStatements(await currentViewer(), clocks, [found.id])).get(found.id) ?? []
  const t = wordsOf(language, 'statements')
  const path = `/commitments/${found.ref}`
  return (
    <StaticMarkup>
      <ClockNotice {...page} now={`${path}/said`} />
      <p className="mb-1.5 font-sans text-sm">
        <a href={href(path)}>
          {found.ref} · {say(found.title, language).text}
        </a>
      </p>
      <h1>{t('title')}</h1>
      <p className="mt-3 max-w-measure text-lg">{t('answerOne', { passages: sayings.length })}</p>
      {sayings.length ? (
        <p className="mt-1 max-w-measure text-soft">
          {t.rich('underlined', { own: (text) => <OwnWords>{text}</OwnWords> })}
        </p>
      ) : null}
      <ClockForm
        {...{ language, clocks, today }}
        from={found.madeOn}
        path={`${path}/said`}
        asked={page.asked}
      />
      {sayings.length ? (
        <Statements line={found} {...{ sayings, language, href }} />
      ) : (
        <Empty act={<ButtonLink href={href(path)}>{t('backToCommitment')}</ButtonLink>}>{t('empty')}</Empty>
      )}
      <p className="no-print mt-8 font-sans text-sm">
        <a href={href(`/summits/${found.summit.slug}/said`)}>{t('allOfSummit')}</a>
      </p>
    </StaticMarkup>
  )
}
