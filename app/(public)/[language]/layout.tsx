import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { languageOf, type Params } from '#app/(public)/request-params.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { NotFoundPage } from '#app/not-found-page.tsx'
import { requestUrl } from '#app/request-url.ts'
import { Patterns } from '#components/charts/patterns.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { LanguageLinks } from '#components/ui/language-links.tsx'
import { isLanguage, languages } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { isDemo } from '#lib/progress/read.ts'

type Props = { children: ReactNode; params: Params }

const inLanguage = (path: string, language: string) => path.replace(/^\/[^/?]*/, `/${language}`)

/** The same page in each language, which of them this one is, and the address that leads each reader to theirs. */
export async function generateMetadata(): Promise<Metadata> {
  const { path } = await requestUrl()
  const each = languages.map((language) => [language, inLanguage(path, language)] as const)
  const short = path.replace(/^\/[^/?]*\/?/, '/')
  return { alternates: { canonical: path, languages: { ...Object.fromEntries(each), 'x-default': short } } }
}

export default async function PublicLayout({ children, params }: Props) {
  const viewer = await currentViewer()
  const language = await languageOf(params)
  const t = wordsOf(language, 'frame')
  const { path, href } = await requestUrl()
  const isSignedIn = viewer.kind === 'member'
  const link = (to: string) => (text: ReactNode) => <a href={href(to)}>{text}</a>
  return (
    <Frame
      language={language}
      home={href('/')}
      nav={[
        { href: href('/'), label: t('dashboard') },
        { href: href('/commitments'), label: t('commitments') },
        { href: href('/search'), label: t('search') },
        { href: href('/methodology'), label: t('methodology') },
        { href: href('/ledger'), label: t('ledger') },
      ]}
      aside={
        <>
          <LanguageLinks language={language} label={t('languages')} to={(each) => inLanguage(path, each)} />
          <a href={isSignedIn ? '/desk' : '/sign-in'}>{t(isSignedIn ? 'desk' : 'signIn')}</a>
        </>
      }
      notice={
        (await isDemo(viewer)) ? (
          <p className="border-b border-rule py-2 font-sans text-sm text-soft">{t('demo')}</p>
        ) : null
      }
      foot={
        <p>
          {t.rich('foot', {
            ledger: link('/ledger'),
            corrections: link('/corrections'),
            methodology: link('/methodology'),
          })}
        </p>
      }
    >
      <link
        rel="search"
        type="application/opensearchdescription+xml"
        title={t('searchEngine')}
        href={`/${language}/opensearch.xml`}
      />
      <Patterns />
      {isLanguage((await params).language) ? children : <NotFoundPage />}
    </Frame>
  )
}
