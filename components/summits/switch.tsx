import { Button } from '#components/ui/button.tsx'
import { type Language, type Localised, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Option = { value: string; label: Localised }
type Clocked = { on?: string | undefined; known?: string | undefined }

function ChooseSummit(props: {
  name: string
  label: string
  value: string
  from: Option[]
  language: Language
  none?: string
}) {
  return (
    <label className="text-soft">
      {props.label}
      <select
        name={props.name}
        defaultValue={props.value}
        className="mt-0.5 block min-h-9 w-full max-w-xs rounded border border-edge bg-paper px-2 text-ink"
      >
        {props.none ? <option value="">{props.none}</option> : null}
        {props.from.map(({ value, label }) => (
          <option key={value} value={value}>
            {say(label, props.language).text}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The clocks of the page, carried along by a form that asks for something else. */
function KeptClocks({ on, known }: Clocked) {
  return (
    <>
      {on ? <input type="hidden" name="on" value={on} /> : null}
      {known ? <input type="hidden" name="known" value={known} /> : null}
    </>
  )
}

/** Shows another summit on the dashboard: a plain GET form; and leads to two of them side by side. */
export function SummitSwitch(props: {
  shown: string
  from: Option[]
  clocks: Clocked
  language: Language
  compare: string
}) {
  const t = wordsOf(props.language, 'summits')
  if (props.from.length < 2) return null
  return (
    <form
      action={`/${props.language}`}
      className="no-print mt-4 flex flex-wrap items-end gap-x-4 gap-y-3 font-sans text-sm"
    >
      <ChooseSummit
        name="summit"
        label={t('shown')}
        value={props.shown}
        from={props.from}
        language={props.language}
      />
      <KeptClocks {...props.clocks} />
      <Button>{t('show')}</Button>
      <a href={props.compare} className="py-1.5">
        {t('compareWith')}
      </a>
    </form>
  )
}

/** Asks for two summits side by side. */
export function CompareForm(props: { asked: string[]; from: Option[]; clocks: Clocked; language: Language }) {
  const t = wordsOf(props.language, 'summits')
  const [one = '', other = ''] = props.asked
  const shared = { from: props.from, language: props.language, none: t('choose') }
  return (
    <form
      action={`/${props.language}/compare`}
      className="no-print mt-6 flex flex-wrap items-end gap-x-4 gap-y-3 font-sans text-sm"
    >
      <ChooseSummit name="a" label={t('first')} value={one} {...shared} />
      <ChooseSummit name="b" label={t('second')} value={other} {...shared} />
      <KeptClocks {...props.clocks} />
      <Button look="main">{t('side')}</Button>
    </form>
  )
}
