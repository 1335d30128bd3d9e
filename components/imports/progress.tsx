type Props = { done: number; total: number; words: string }

/** How many of how many are done, as a bar and in words. */
export function Progress({ done, total, words }: Props) {
  const count = (many: number) => many.toLocaleString('en')
  return (
    <p className="mt-6 max-w-measure font-sans" role="status">
      <progress aria-label={words} value={done} max={Math.max(1, total)} className="block w-full" />
      {count(done)} of {count(total)} {words}.
    </p>
  )
}
