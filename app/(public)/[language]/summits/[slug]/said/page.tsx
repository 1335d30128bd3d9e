import { type Params, type Query, readPageRequest } from '#app/(public)/request-params.ts'
import { titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { missing, NotFoundPage } from '#app/not-found-page.tsx'
import { StaticMarkup } from '#app/static-markup.tsx'
import { ClockForm } from '#components/progress/clock-form.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { OwnWords, Statements } from '#components/statements/statements.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { InLanguage } from '#components/ui/in-language.tsx'
import { say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { listStatements } from '#lib/statements/read.ts'
import { getSummit } from '#lib/summits/read.ts'

type Props = { params: Params<{ slug: string }>; searchParams: Query }

export async function generateMetadata({ params, searchParams }: Props) {
  const { language } = await readPageRequest(params, searchParams)
  return titled(wordsOf(language, 'statements')('title'), language)
}

export default async function SummitStatements({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const page = await readPageRequest(params, searchParams)
  const { clocks, href, language, today } = page
  const summit = await getSummit(viewer, clocks, (await params).slug).catch(missing)
  if (!summit) return <NotFoundPage />
  const ids = summit.lines.map((line) => line.id)
  const sayings = await listStatements(viewer, clocks, ids)
  const t = wordsOf(language, 'statements')
  const path = `/summits/${summit.slug}`
  const quoted = summit.lines.filter((line) => sayings.has(line.id))
  return (
    <StaticMarkup>
      <ClockNotice {...page} now={`${path}/said`} />
      <p className="mb-1.5 font-sans text-sm">
        <a href={href(path)}>{say(summit.name, language).text}</a>
      </p>
      <h1>{t('title')}</h1>
      <p className="mt-3 max-w-measure text-lg">
        {t('answer', { quoted: quoted.length, total: summit.lines.length })}
      </p>
      {quoted.length ? (
        <p className="mt-1 max-w-measure text-soft">
          {t.rich('underlined', { own: (text) => <OwnWords>{text}</OwnWords> })}
        </p>
      ) : null}
      <ClockForm
        {...{ language, clocks, today }}
        from={summit.startsOn}
        path={`${path}/said`}
        asked={page.asked}
      />
      {quoted.length === 0 ? (
        <Empty act={<ButtonLink href={href(path)}>{t('backToSummit')}</ButtonLink>}>{t('empty')}</Empty>
      ) : null}
      {quoted.map((line) => (
        <section key={line.id} aria-labelledby={`said-${line.ref}`}>
          <h2 id={`said-${line.ref}`}>
            <a href={href(`/commitments/${line.ref}`)}>
              <InLanguage text={line.title} language={language} />
            </a>
          </h2>
          <Statements line={line} sayings={sayings.get(line.id) ?? []} {...{ language, href }} />
        </section>
      ))}
    </StaticMarkup>
  )
}
