import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { activityKinds } from '#lib/activity/rules.ts'

type Filter = { person: string | null; kind: string | null; from: string | null; to: string | null }

const box = 'mt-1 block min-h-9 w-full max-w-full rounded border border-edge bg-paper px-2 py-1 text-ink'

/** Which notes to show: a GET form, so that every choice has an address of its own. */
export function ActivityFilters({
  people,
  filter,
}: {
  people: { id: string; name: string }[]
  filter: Filter
}) {
  return (
    <form className="my-6 grid items-end gap-x-4 gap-y-3 font-sans text-sm sm:grid-cols-[2fr_2fr_1fr_1fr_auto]">
      <Labelled words="Person">
        <select name="person" defaultValue={filter.person ?? ''} className={box}>
          <option value="">Everybody</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled words="What they did">
        <select name="kind" defaultValue={filter.kind ?? ''} className={box}>
          <option value="">Anything</option>
          {Object.entries(activityKinds).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled words="From">
        <input type="date" name="from" defaultValue={filter.from ?? ''} className={box} />
      </Labelled>
      <Labelled words="To">
        <input type="date" name="to" defaultValue={filter.to ?? ''} className={box} />
      </Labelled>
      <Button>Show</Button>
    </form>
  )
}

function Labelled({ words, children }: { words: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child.
    <label className="min-w-0">
      {words}
      {children}
    </label>
  )
}
