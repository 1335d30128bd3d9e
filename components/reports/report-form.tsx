import { Button } from '#components/ui/button.tsx'
import type { FormState } from '#lib/forms/state.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = {
  action: (form: FormData) => Promise<void>
  /** What was wrong with what was just sent, and every value of it. */
  state: FormState
  carried: Record<string, string>
  language: Language
}

/** A form for visitors: it is posted plainly and runs nothing, so that the page can forbid all scripts. */
export function ReportForm({ action, state, carried, language }: Props) {
  const t = wordsOf(language, 'report')
  const { faults, values } = state
  return (
    <form action={action} noValidate className="mt-6 max-w-measure space-y-6">
      {faults.length ? (
        // biome-ignore lint/a11y/noAutofocus: nothing runs that could move the focus to what went wrong
        <div role="alert" tabIndex={-1} autoFocus className="rounded border-2 border-fault px-5 py-4">
          <h2 className="mt-0 text-lg">{t('summary')}</h2>
          <ul className="mt-2 list-disc pl-5">
            {faults.map(({ field, message }) => (
              <li key={`${field} ${message}`}>
                {field ? (
                  <a href={`#${field}`} className="text-fault">
                    {message}
                  </a>
                ) : (
                  message
                )}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {Object.entries(carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field name="text" rows={7} {...{ state, language }} />
      <Field name="contact" {...{ state, language }} />
      {/* For machines that fill in everything. People are told; whoever filled it in all the same sees it. */}
      <div className={values.trap ? '' : 'sr-only'}>
        <Field name="trap" {...{ state, language }} />
      </div>
      <Button look="main">{t('send')}</Button>
    </form>
  )
}

type FieldProps = {
  name: 'text' | 'contact' | 'trap'
  rows?: number
  state: FormState
  language: Language
}

function Field({ name, rows, state, language }: FieldProps) {
  const t = wordsOf(language, 'report')
  const fault = state.faults.find(({ field }) => field === name)?.message
  const hint = name === 'trap' ? undefined : t(name === 'text' ? 'textHint' : 'contactHint')
  const given = {
    id: name,
    name,
    defaultValue: state.values[name] ?? '',
    'aria-invalid': fault ? true : undefined,
    'aria-describedby':
      [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ') || undefined,
    className:
      'mt-1 block w-full rounded border border-edge bg-paper px-3 py-2 font-sans text-base text-ink aria-invalid:border-2 aria-invalid:border-fault',
  }
  return (
    <div>
      <label htmlFor={name} className="font-sans text-sm font-semibold">
        {t(name)} {name === 'contact' ? <span className="font-normal text-soft">{t('optional')}</span> : null}
      </label>
      {hint ? (
        <p id={`${name}-hint`} className="font-sans text-sm text-soft">
          {hint}
        </p>
      ) : null}
      {fault ? (
        <p id={`${name}-fault`} className="font-sans text-sm font-medium text-fault">
          {t('error', { message: fault })}
        </p>
      ) : null}
      {rows ? (
        <textarea rows={rows} {...given} />
      ) : (
        <input
          autoComplete="off"
          tabIndex={name === 'trap' && !state.values.trap ? -1 : undefined}
          {...given}
        />
      )}
    </div>
  )
}
