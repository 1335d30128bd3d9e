import { Button } from '#components/ui/button.tsx'
import { type CommitmentFilter, commitmentOrders } from '#lib/commitments/rules.ts'
import type { FilterOption, FilterOptions } from '#lib/commitments/search.ts'
import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { noUpdate, statuses, statusOrder } from '#lib/updates/rules.ts'

const box = 'mt-0.5 block min-h-9 w-full rounded border border-edge bg-paper px-2 text-ink'
type Choice = { value: string; label: string }
type Props = {
  language: Language
  search: CommitmentFilter
  options: FilterOptions
  asked: Record<string, string | undefined>
}
const orders = { ref: 'byRef', news: 'byNews', silence: 'bySilence', made: 'byMade' } as const

/** The filters, as a GET form: the address holds all of it, the two clocks too. */
export function CommitmentFilterForm({ language, search, options, asked }: Props) {
  const t = wordsOf(language, 'commitments')
  const named = (from: FilterOption[]) =>
    from.map(({ value, label }) => ({ value, label: say(label, language).text }))
  return (
    <form
      action={`/${language}/commitments`}
      className="mt-6 grid items-end gap-3 font-sans text-sm sm:grid-cols-2 lg:grid-cols-4"
    >
      <label className="text-soft sm:col-span-2">
        {t('words')}
        <input name="q" type="search" maxLength={200} defaultValue={search.text} className={box} />
      </label>
      <Choose
        name="summit"
        label={t('summit')}
        value={search.summit}
        all={t('allSummits')}
        from={named(options.summits)}
      />
      <Choose
        name="area"
        label={t('area')}
        value={search.area}
        all={t('allAreas')}
        from={named(options.areas)}
      />
      <Choose
        name="party"
        label={t('party')}
        value={search.party}
        all={t('allParties')}
        from={named(options.parties)}
      />
      <Choose
        name="status"
        label={t('status')}
        value={search.status}
        all={t('anyStatus')}
        from={[
          ...statusOrder.map((value) => ({ value, label: statuses[value].word[language] })),
          { value: 'NONE', label: noUpdate[language] },
        ]}
      />
      <Choose
        name="sort"
        label={t('sort')}
        value={search.sort}
        from={commitmentOrders.map((value) => ({ value, label: t(orders[value]) }))}
      />
      {asked.on ? <input type="hidden" name="on" value={asked.on} /> : null}
      {asked.known ? <input type="hidden" name="known" value={asked.known} /> : null}
      <div>
        <Button look="main">{t('find')}</Button>
      </div>
    </form>
  )
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
