import { Button } from '#components/ui/button.tsx'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { type Search, searchParameters } from '#lib/search/rules.ts'

const box = 'mt-0.5 block min-h-9 w-full rounded border border-edge bg-paper px-2 text-ink'
type Props = { search: Search; language: Language; asked: Record<string, string | undefined> }

/** The words and the days, as a GET form that carries the other filters and the two clocks along. */
export function SearchForm({ search, language, asked }: Props) {
  const t = wordsOf(language, 'search')
  const carried = {
    ...searchParameters({ ...search, q: '', from: '', to: '' }),
    on: asked.on,
    known: asked.known,
  }
  return (
    <form
      action={`/${language}/search`}
      className="no-print mt-6 flex flex-wrap items-end gap-3 font-sans text-sm"
    >
      {Object.entries(carried).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <label className="min-w-64 grow text-soft">
        {t('words')}
        <input
          name="q"
          type="search"
          maxLength={200}
          defaultValue={search.q}
          className={`${box} text-base`}
        />
      </label>
      <label className="text-soft">
        {t('from')}
        <input name="from" type="date" defaultValue={search.from} className={box} />
      </label>
      <label className="text-soft">
        {t('to')}
        <input name="to" type="date" defaultValue={search.to} className={box} />
      </label>
      <Button look="main">{t('go')}</Button>
    </form>
  )
}
