import { BilingualField } from '#components/ui/bilingual-field.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import { FormVersion } from '#components/ui/form-version.tsx'
import type { Fields, FormState } from '#lib/forms/state.ts'
import { type Localised, say } from '#lib/languages.ts'

type Props = {
  values: Fields
  back: string
  action: (state: FormState, form: FormData) => Promise<FormState>
}

/** The place to change the name of an area or a party, in both languages. */
export function Renaming({ values, back, action }: Props) {
  return (
    <div className="mt-4 mb-2">
      <Form
        action={action}
        values={values}
        label="Rename"
        submit="Rename it in public"
        actions={<ButtonLink href={back}>Leave it as it is</ButtonLink>}
      >
        <FormVersion />
        <BilingualField name="name" label="Name" />
      </Form>
    </div>
  )
}

/** A name in both languages, the one the page is in first. */
export function Named({ name }: { name: Localised }) {
  const { text, language } = say(name, 'en')
  return (
    <>
      <span lang={language}>{text}</span>
      {name.en && name.zh ? (
        <span lang="zh" className="ml-3 text-soft">
          {name.zh}
        </span>
      ) : null}
    </>
  )
}
