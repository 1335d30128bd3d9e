import { Button } from '#components/ui/button.tsx'
import type { Clocks } from '#lib/dates.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = {
  language: Language
  clocks: Clocks
  today: string
  /** The first year that is worth a link. */
  from?: string
  path: string
  asked: Record<string, string | undefined>
  /** What else the address holds, to be asked again. */
  carried?: Record<string, string>
  /** Which clocks the page depends on; the other is carried along. */
  by?: 'both' | 'known'
}

/** Moves the two clocks: a plain GET form, and the end of each year as a link. */
export function ClockForm(props: Props) {
  const { language, clocks, today, from = today, path, asked, carried = {}, by = 'both' } = props
  const t = wordsOf(language, 'clocks')
  const address = `/${language}${path === '/' ? '' : path}`
  const set = clocks.isNow ? {} : asked
  const first = Number(from.slice(0, 4))
  const last = Number(today.slice(0, 4)) - 1
  const years = Array.from({ length: Math.max(0, Math.min(12, last - first + 1)) }, (_, back) => last - back)
  const hidden = { ...carried, ...(by === 'known' && set.on ? { on: set.on } : {}) }
  const endOf = (year: number) => {
    const known = set.known ? { known: set.known } : {}
    return `${address}?${new URLSearchParams({ ...carried, on: `${year}-12-31`, ...known })}`
  }
  return (
    <form
      action={address}
      className="no-print mt-6 flex flex-wrap items-end gap-x-4 gap-y-3 font-sans text-sm"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {by === 'both' ? (
        <DayField name="on" label={t('on')} value={set.on ? clocks.on : ''} max={today} />
      ) : null}
      <DayField name="known" label={t('known')} value={(set.known ?? '').slice(0, 10)} max={today} />
      <Button>{t('show')}</Button>
      {years.length ? (
        <p className="py-1.5 text-soft">
          {t('endOf')}{' '}
          {years.toReversed().map((year, index) => (
            <span key={year}>
              {index ? ' · ' : ''}
              <a href={endOf(year)} className="inline-block py-0.5">
                {year}
              </a>
            </span>
          ))}
        </p>
      ) : null}
    </form>
  )
}

function DayField({ name, label, value, max }: { name: string; label: string; value: string; max: string }) {
  return (
    <label className="text-soft">
      {label}
      <input
        type="date"
        name={name}
        defaultValue={value}
        max={max}
        className="mt-0.5 block min-h-9 w-full rounded border border-edge bg-paper px-2 text-ink"
      />
    </label>
  )
}
