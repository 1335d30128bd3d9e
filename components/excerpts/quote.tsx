type Props = { id: string; exact: string; before: string; after: string; language: string }

/** A passage word for word, marked in what stands around it. */
export function Quote({ id, exact, before, after, language }: Props) {
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
    </figure>
  )
}
