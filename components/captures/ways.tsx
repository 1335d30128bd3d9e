import { FileField, HiddenField, TextArea, TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import type { Fields, FormState } from '#lib/forms/state.ts'

export const ways = {
  address: { name: 'Address', submit: 'Fetch it' },
  paste: { name: 'Paste the text', submit: 'Read it' },
  file: { name: 'Upload a file', submit: 'Read it' },
}
export type Way = keyof typeof ways

type Props = {
  way: Way
  action: (state: FormState, form: FormData) => Promise<FormState>
  values: Fields
}

/** The form of one way in. The bookmarklet fills in the first of them. */
export function WayIn({ way, action, values }: Props) {
  return (
    <Form action={action} values={values} submit={ways[way].submit} label="Capture">
      {['articleId', 'title', 'selection', 'requestKey'].map((name) => (
        <HiddenField key={name} name={name} value={values[name] ?? ''} />
      ))}
      <HiddenField name="way" value={way} />
      {way === 'paste' ? (
        <TextArea
          name="text"
          label="Text"
          rows={16}
          hint="The source’s own words, with nothing left out of the passages you will quote."
        />
      ) : null}
      {way === 'file' ? (
        <FileField
          name="file"
          label="File"
          accept=".html,.htm,.xhtml,.pdf,.txt,.md,text/html,application/pdf,text/plain"
          hint="A web page (.html), a PDF or plain text, up to 10 MB. Choose it, or drop it on the field."
        />
      ) : null}
      <TextField
        name="address"
        type="url"
        label="Address"
        required={way === 'address'}
        hint={
          way === 'address'
            ? 'Where the article or readout can be read, like https://example.org/readout'
            : 'Where it can be read, if anywhere'
        }
      />
    </Form>
  )
}

/** The ways in, as links. */
export function WayLinks({ way, query }: { way: Way; query: Record<string, string> }) {
  return (
    <nav
      aria-label="Ways in"
      className="mt-6 flex flex-wrap gap-x-6 gap-y-2 border-b border-rule font-sans text-sm"
    >
      {Object.entries(ways).map(([key, { name }]) => (
        <a
          key={key}
          href={`/desk/captures/new?${new URLSearchParams({ ...query, way: key })}`}
          aria-current={key === way ? 'page' : undefined}
          className="-mb-px inline-block border-b-2 border-transparent py-2 no-underline aria-[current]:border-accent aria-[current]:font-semibold"
        >
          {name}
        </a>
      ))}
    </nav>
  )
}
