import { type Localised, say } from '#lib/languages.ts'

type Props = {
  id?: string
  exact: string
  before?: string
  after?: string
  language: string
  speaker?: string | null
  party?: { name: Localised } | null
  translation?: Localised
  href?: string
}

/** A passage word for word, marked in what stands around it, with who says it. */
export function Quote({
  id,
  exact,
  before = '',
  after = '',
  language,
  speaker,
  party,
  translation,
  href,
}: Props) {
  const said = [speaker, party ? say(party.name, 'en').text : null].filter(Boolean).join(', ')
  const translated = translation ? say(translation, 'en') : { text: '', language: 'en' }
  return (
    <figure className="max-w-measure border-l-2 border-rule pl-4">
      <blockquote lang={language} className="whitespace-pre-line">
        <bdi>
          <span className="text-soft">{before}</span>
          <mark id={id} className="scroll-my-[30vh]">
            {exact}
          </mark>
          <span className="text-soft">{after}</span>
        </bdi>
      </blockquote>
      {translated.text ? (
        <p lang={translated.language} className="mt-1 text-soft">
          {translated.text}
        </p>
      ) : null}
      {said || href ? (
        <figcaption className="mt-1 font-sans text-sm text-soft">
          {said ? `— ${said}` : null}
          {said && href ? ' · ' : null}
          {href ? <a href={href}>the archived passage</a> : null}
        </figcaption>
      ) : null}
    </figure>
  )
}
