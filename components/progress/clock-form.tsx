import { Button } from '#components/ui/button.tsx'
import type { Clocks } from '#lib/dates.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = {
  language: Language
  clocks: Clocks
  today: string
  from: string
  path: string
  asked: Record<string, string | undefined>
}

/** Moves the two clocks: a plain GET form, and the end of each year as a link. */
export function ClockForm({ language, clocks, today, from, path, asked }: Props) {
  const t = wordsOf(language, 'clocks')
  const address = `/${language}${path === '/' ? '' : path}`
  const first = Number(from.slice(0, 4))
  const last = Number(today.slice(0, 4)) - 1
  const years = Array.from({ length: Math.max(0, Math.min(12, last - first + 1)) }, (_, back) => last - back)
  return (
    <form
      action={address}
      className="no-print mt-6 flex flex-wrap items-end gap-x-4 gap-y-3 font-sans text-sm"
    >
      <DayField name="on" label={t('on')} value={clocks.isNow ? '' : clocks.on} max={today} />
      <DayField
        name="known"
        label={t('known')}
        value={clocks.isNow ? '' : (asked.known ?? '').slice(0, 10)}
        max={today}
      />
      <Button>{t('show')}</Button>
      {years.length ? (
        <p className="py-1.5 text-soft">
          {t('endOf')}{' '}
          {years.toReversed().map((year, index) => (
            <span key={year}>
              {index ? ' · ' : ''}
              <a href={`${address}?on=${year}-12-31`} className="inline-block py-0.5">
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
        className="mt-0.5 block min-h-9 rounded border border-edge bg-paper px-2 text-ink"
      />
    </label>
  )
}
