import { pieces } from '#lib/excerpts/anchor.ts'

type Props = { text: string; language: string; excerpts: { id: string; start: number; end: number }[] }

/** The archived text by paragraphs, its excerpts highlighted. data-start is the offset of each piece in the text. */
export function ArticleBody({ text, language, excerpts }: Props) {
  const paragraphs: { start: number; text: string }[] = []
  let start = 0
  for (const paragraph of text.split('\n')) {
    paragraphs.push({ start, text: paragraph })
    start += paragraph.length + 1
  }
  return (
    <div lang={language} data-article-text="" className="max-w-measure space-y-4">
      {paragraphs
        .filter((paragraph) => paragraph.text.trim() !== '')
        .map((paragraph) => (
          <p key={paragraph.start}>
            {pieces(paragraph.text, excerpts, paragraph.start).map((piece) => {
              const [first] = piece.ids
              return first === undefined ? (
                <span key={piece.start} data-start={piece.start}>
                  {piece.text}
                </span>
              ) : (
                <mark
                  key={piece.start}
                  data-start={piece.start}
                  className={piece.ids.length > 1 ? 'border-b-2 border-accent' : ''}
                >
                  {piece.text}
                </mark>
              )
            })}
          </p>
        ))}
    </div>
  )
}
