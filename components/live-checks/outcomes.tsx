import type { Fate, Standing } from '#engines/anchoring/re-anchor.ts'

type Props = { fates: Standing<{ id: string; exact: string }>[]; text: string; language: string }

const words: Record<Fate, string> = {
  stands: 'Stands',
  moves: 'Moves',
  changes: 'Its words change',
  vanishes: 'Vanishes',
}

/** What becomes of each excerpt in a newer text. Only told: nothing is moved by it. */
export function Fates({ fates, text, language }: Props) {
  return (
    <ul className="mt-3 max-w-measure space-y-3">
      {fates.map(({ excerpt, fate, place }) => (
        <li key={excerpt.id}>
          <span className="font-sans text-sm font-semibold">{words[fate]}</span>{' '}
          <q lang={language}>{excerpt.exact}</q>
          {fate === 'changes' && place ? (
            <p className="mt-1 text-soft">
              Nearest there: <q lang={language}>{text.slice(place.start, place.end)}</q>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
