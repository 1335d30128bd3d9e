import { instantInWords } from '#lib/dates.ts'
import { say } from '#lib/languages.ts'

type Line = { ref: string; title: { en?: string; zh?: string }; reason: string; at: Date }
type Props = { merges: { into: Line | null; from: Line[] }; href: (path: string) => string }

/** That a commitment was merged into another, and which were merged into it. */
export function Merges({ merges: { into, from }, href }: Props) {
  const link = ({ ref, title }: Line) => (
    <a href={href(`/commitments/${ref}`)}>
      {ref}: <span lang={say(title, 'en').language}>{say(title, 'en').text}</span>
    </a>
  )
  return (
    <>
      {into ? (
        <p className="mt-4 max-w-measure border-l-2 border-accent pl-4">
          Merged into {link(into)}, {instantInWords(into.at)}: {into.reason} It counts no longer; what was
          published on it stays here, and counts there.
        </p>
      ) : null}
      {from.map((line) => (
        <p key={line.ref} className="mt-4 max-w-measure text-soft">
          With it counts {link(line)}, merged {instantInWords(line.at)}: {line.reason}
        </p>
      ))}
    </>
  )
}
