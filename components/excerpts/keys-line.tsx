/** The keys of the reader in one line, and the switch for those that are single letters. */
export function KeysLine({ hasLetters, change }: { hasLetters: boolean; change: (isOn: boolean) => void }) {
  return (
    <p className="mt-4 font-sans text-sm text-soft">
      Keys: j and k choose a sentence, with Shift they extend it, h quotes it; inside the text the arrows and
      Enter do the same.{' '}
      <label className="whitespace-nowrap">
        <input type="checkbox" checked={hasLetters} onChange={(event) => change(event.target.checked)} />{' '}
        Letter keys
      </label>
    </p>
  )
}
