import { type Score, scoreInWords } from '#lib/progress/rules.ts'

/** The compliance score, what it was computed from and what it leaves out. */
export function ScoreLine({ score }: { score: Score }) {
  return (
    <p className="max-w-measure">
      <strong className="font-sans text-2xl font-semibold tabular-nums">{scoreInWords(score.value)}</strong>{' '}
      {score.counted
        ? `is the mean of ${score.counted} ${score.counted === 1 ? 'status' : 'statuses'} in force, overall and of parties, on the scale from −1 (not started, broken) over 0 (under way, partly kept, stalled) to +1 (kept).`
        : 'can be computed yet: nothing has a status.'}{' '}
      {score.leftOut
        ? `Left out: ${score.leftOut} for which no update is recorded. `
        : 'Nothing is left out. '}
      <a href="/methodology#score">How it is computed</a>
    </p>
  )
}
