import { Quotation, translationOf } from '#components/commitments/quotation.tsx'
import { dateInWords } from '#lib/dates.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import type { EvidenceLine } from '#lib/updates/public.ts'
import { grades } from '#lib/updates/rules.ts'

type Place = { language?: Language; href?: (path: string) => string }
type Props = Place & { evidence: EvidenceLine }

/** One piece of evidence: the archived words, or the source that can only be cited. */
export function EvidenceItem({ evidence, language = 'en', href = (path) => path }: Props) {
  return evidence.exact ? (
    <Quote {...{ evidence, language, href }} />
  ) : (
    <Citation {...{ evidence, language, href }} />
  )
}

function Quote({ evidence, language, href }: Required<Props>) {
  return (
    <Quotation
      passage={evidence}
      words={evidence.exact}
      translated={translationOf(evidence, language)}
      after={<Grade isVerified>{grades.quote.word[language]}</Grade>}
      {...{ language, href }}
    />
  )
}

function Citation({ evidence, language, href }: Required<Props>) {
  const { articleId, locator, precision, publishedOn, publisher, title } = evidence
  const comma = language === 'zh' ? '，' : ', '
  const stated = (fact: string | null) => (fact ? `${comma}${fact}` : null)
  return (
    <p className="my-3 border-l-2 border-dotted border-edge pl-4 font-sans text-sm text-soft">
      <a
        href={href(`/articles/${articleId}`)}
        lang={evidence.language}
        data-source={evidence.address ?? undefined}
      >
        <bdi>{title}</bdi>
      </a>
      {stated(publisher)}
      {publishedOn ? (
        <span className="whitespace-nowrap">
          {comma}
          {dateInWords(publishedOn, precision, language)}
        </span>
      ) : null}
      {stated(locator)} <Grade>{grades.citation.word[language]}</Grade>
    </p>
  )
}

/** How far a piece of evidence is proved: a mark and a word. */
function Grade({ isVerified = false, children }: { isVerified?: boolean; children: string }) {
  return (
    <span
      className={`ml-1 inline-flex items-center gap-1 whitespace-nowrap ${isVerified ? 'font-medium text-ink' : ''}`}
    >
      <svg aria-hidden width="13" height="13" viewBox="0 0 13 13" fill="none" stroke="currentColor">
        <circle cx="6.5" cy="6.5" r="5.5" strokeDasharray={isVerified ? undefined : '2 2'} />
        {isVerified ? <path d="M4 6.7l1.8 1.8L9.2 4.9" strokeWidth="1.5" /> : null}
      </svg>
      {children}
    </span>
  )
}

const bearings = ['SUPPORTS', 'CONTRADICTS', 'CONTEXT'] as const

/** An update's evidence, what supports and what contradicts kept apart. */
export function EvidenceList({ evidence, ...place }: Place & { evidence: EvidenceLine[] }) {
  const t = wordsOf(place.language ?? 'en', 'evidence')
  return bearings.map((bearing) => {
    const of = evidence.filter((each) => each.bearing === bearing)
    if (of.length === 0) return null
    return (
      <section key={bearing} aria-label={t(bearing)}>
        <h4 className="mt-3 font-sans text-sm font-semibold">{t(bearing)}</h4>
        {of.map((each) => (
          <EvidenceItem key={each.id} evidence={each} {...place} />
        ))}
      </section>
    )
  })
}
