import { Button } from '#components/ui/button.tsx'
import { type Search, sorts } from '#lib/commitments/rules.ts'
import type { Option, Options } from '#lib/commitments/search.ts'
import { say } from '#lib/languages.ts'
import { statuses, statusOrder } from '#lib/updates/rules.ts'

const box = 'mt-0.5 block min-h-9 w-full rounded border border-edge bg-paper px-2 text-ink'
type Choice = { value: string; label: string }
type Props = { search: Search; options: Options; asked: Record<string, string | undefined> }

/** The filters, as a GET form: the address holds all of it, the two clocks too. */
export function SearchForm({ search, options, asked }: Props) {
  return (
    <form
      action="/commitments"
      className="mt-6 grid items-end gap-3 font-sans text-sm sm:grid-cols-2 lg:grid-cols-4"
    >
      <label className="text-soft sm:col-span-2">
        Words
        <input name="q" type="search" maxLength={200} defaultValue={search.text} className={box} />
      </label>
      <Choose
        name="summit"
        label="Summit"
        value={search.summit}
        all="All summits"
        from={named(options.summits)}
      />
      <Choose name="area" label="Area" value={search.area} all="All areas" from={named(options.areas)} />
      <Choose
        name="party"
        label="Party bound"
        value={search.party}
        all="All parties"
        from={named(options.parties)}
      />
      <Choose
        name="status"
        label="Status"
        value={search.status}
        all="Any status"
        from={[
          ...statusOrder.map((value) => ({ value, label: statuses[value].word.en })),
          { value: 'NONE', label: 'No update yet' },
        ]}
      />
      <Choose
        name="sort"
        label="Sorted by"
        value={search.sort}
        from={Object.entries(sorts).map(([value, label]) => ({ value, label }))}
      />
      {asked.on ? <input type="hidden" name="on" value={asked.on} /> : null}
      {asked.known ? <input type="hidden" name="known" value={asked.known} /> : null}
      <div>
        <Button look="main">Find</Button>
      </div>
    </form>
  )
}

function named(options: Option[]): Choice[] {
  return options.map(({ value, label }) => ({ value, label: say(label, 'en').text }))
}

function Choose(props: { name: string; label: string; value: string; all?: string; from: Choice[] }) {
  return (
    <label className="text-soft">
      {props.label}
      <select name={props.name} defaultValue={props.value} className={box}>
        {props.all ? <option value="">{props.all}</option> : null}
        {props.from.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
