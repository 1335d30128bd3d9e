import type { Reanchored, ReanchorOutcome } from '#engines/anchoring/re-anchor.ts'

type Props = { outcomes: Reanchored<{ id: string; exact: string }>[]; text: string; language: string }

const words: Record<ReanchorOutcome, string> = {
  stands: 'Stands',
  moves: 'Moves',
  changes: 'Its words change',
  vanishes: 'Vanishes',
}

/** What becomes of each excerpt in a newer text. Only told: nothing is moved by it. */
export function ExcerptOutcomes({ outcomes, text, language }: Props) {
  return (
    <ul className="mt-3 max-w-measure space-y-3">
      {outcomes.map(({ excerpt, outcome, place }) => (
        <li key={excerpt.id}>
          <span className="font-sans text-sm font-semibold">{words[outcome]}</span>{' '}
          <q lang={language}>{excerpt.exact}</q>
          {outcome === 'changes' && place ? (
            <p className="mt-1 text-soft">
              Nearest there: <q lang={language}>{text.slice(place.start, place.end)}</q>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
