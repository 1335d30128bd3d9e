import { SelectField, TextField } from '#components/ui/field.tsx'
import { accesses, articleKinds, sourceLanguages } from '#lib/articles/rules.ts'
import { type Localised, say } from '#lib/languages.ts'

const choices = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

type Props = {
  parties: { id: string; name: Localised }[]
  /** Where a captured value came from, by field: "JSON-LD", "visible text". */
  origins?: Record<string, string | null>
}

/** What is said of an article, whether its text is archived or not. */
export function ArticleFields({ parties, origins = {} }: Props) {
  const from = (name: string, hint = '') => (
    <>
      {hint}
      {origins[name] ? <span className="block">Filled in from: {origins[name]}</span> : null}
    </>
  )
  // US before CN, as in every list of sides.
  const voices = parties.toReversed().map(({ id, name }) => ({ value: id, label: say(name, 'en').text }))
  return (
    <>
      <TextField name="title" label="Title" hint={from('title')} />
      <TextField name="publisher" label="Publisher" required={false} hint={from('publisher')} />
      <TextField name="author" label="Author" required={false} hint={from('author')} />
      <TextField
        name="address"
        label="Address"
        required={false}
        hint={from('address', 'Where it can be read, like https://example.org/readout')}
      />
      <TextField
        name="published"
        label="Published"
        required={false}
        hint={from('published', 'As far as it is known: 2024-05-14, 2024-05 or 2024')}
      />
      <SelectField
        name="language"
        label="Language"
        choices={choices(sourceLanguages)}
        hint={from('language')}
      />
      <SelectField
        name="kind"
        label="Kind"
        choices={Object.entries(articleKinds).map(([value, { en }]) => ({ value, label: en }))}
        hint={from('kind')}
      />
      <SelectField
        name="voicePartyId"
        label="Whose voice"
        hint={from(
          'voicePartyId',
          'A party when it speaks for itself; independent when somebody else reports.',
        )}
        empty="Independent"
        choices={voices}
      />
      <SelectField name="access" label="Who may read the whole text" choices={choices(accesses)} />
    </>
  )
}
