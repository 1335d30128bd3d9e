import type { EvidenceLine } from '#lib/commitments/history.ts'
import { dateInWords } from '#lib/dates.ts'

/** One piece of evidence: the archived words, or the source that can only be cited. */
export function EvidenceItem({ evidence }: { evidence: EvidenceLine }) {
  return evidence.exact ? <Quote evidence={evidence} /> : <Citation evidence={evidence} />
}

function Quote({ evidence }: { evidence: EvidenceLine }) {
  const { articleId, excerptId, exact, language, speaker, title } = evidence
  return (
    <figure className="my-3">
      <blockquote lang={language} className="border-l-2 border-edge pl-4">
        “{exact}”
      </blockquote>
      <figcaption className="pl-4.5 font-sans text-sm text-soft">
        {speaker ? `${speaker}, in ` : ''}
        <a href={`/articles/${articleId}#excerpt-${excerptId}`} lang={language}>
          {title}
        </a>
        . <span className="whitespace-nowrap">Verified quote.</span>
      </figcaption>
    </figure>
  )
}

function Citation({ evidence }: { evidence: EvidenceLine }) {
  const { articleId, language, locator, precision, publishedOn, publisher, title } = evidence
  const facts = [publisher, publishedOn ? dateInWords(publishedOn, precision) : null, locator]
  return (
    <p className="my-2 pl-4.5 font-sans text-sm text-soft">
      <a href={`/articles/${articleId}`} lang={language}>
        {title}
      </a>
      {facts.filter(Boolean).map((fact) => `, ${fact}`)}.{' '}
      <span className="whitespace-nowrap">Citation only.</span>
    </p>
  )
}

const groups = [
  ['SUPPORTS', 'Supporting'],
  ['CONTRADICTS', 'Contradicting'],
  ['CONTEXT', 'For context'],
] as const

/** An update's evidence, what supports and what contradicts kept apart. */
export function EvidenceList({ evidence }: { evidence: EvidenceLine[] }) {
  return groups.map(([bearing, heading]) => {
    const of = evidence.filter((each) => each.bearing === bearing)
    if (of.length === 0) return null
    return (
      <section key={bearing} aria-label={`${heading} evidence`}>
        <h4 className="mt-3 font-sans text-sm font-semibold">{heading}</h4>
        {of.map((each) => (
          <EvidenceItem key={each.id} evidence={each} />
        ))}
      </section>
    )
  })
}
