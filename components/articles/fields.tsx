import { SelectField, TextField } from '#components/ui/field.tsx'
import { accesses, kinds, sourceLanguages } from '#lib/articles/rules.ts'
import { type Localised, say } from '#lib/languages.ts'

const choices = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** What is said of an article, whether its text is archived or not. */
export function ArticleFields({ parties }: { parties: { id: string; name: Localised }[] }) {
  return (
    <>
      <TextField name="title" label="Title" />
      <TextField name="publisher" label="Publisher" required={false} />
      <TextField name="author" label="Author" required={false} />
      <TextField
        name="address"
        label="Address"
        required={false}
        hint="Where it can be read, like https://example.org/readout"
      />
      <TextField
        name="published"
        label="Published"
        required={false}
        hint="As far as it is known: 2024-05-14, 2024-05 or 2024"
      />
      <SelectField name="language" label="Language" choices={choices(sourceLanguages)} />
      <SelectField name="kind" label="Kind" choices={choices(kinds)} />
      <SelectField
        name="voicePartyId"
        label="Whose voice"
        hint="A party when it speaks for itself; independent when somebody else reports."
        empty="Independent"
        choices={parties.map((party) => ({ value: party.id, label: say(party.name, 'en').text }))}
      />
      <SelectField name="access" label="Who may read the whole text" choices={choices(accesses)} />
    </>
  )
}
