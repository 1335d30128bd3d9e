'use client'

import { criteriaList } from '#components/commitments/criteria-list.ts'
import { BilingualField } from '#components/ui/bilingual-field.tsx'
import { Carried, CheckFields, SelectField, TextArea, TextField } from '#components/ui/field.tsx'
import { RowList } from '#components/ui/list-field.tsx'
import { type Localised, say } from '#lib/languages.ts'

type Option = { value: string; label: Localised }
type Props = {
  isNew: boolean
  summitSlug: string
  promisedInId: string
  parties: { code: string; name: Localised }[]
  areas: Option[]
}

/** What is promised, by whom, and what must be so for it to count as kept. */
export function CommitmentFields({ isNew, summitSlug, promisedInId, parties, areas }: Props) {
  return (
    <>
      <Carried name="summitSlug" value={summitSlug} />
      <Carried name="promisedInId" value={promisedInId} />
      {isNew ? (
        <TextField
          name="ref"
          label="Reference"
          hint="Capital letters, digits and hyphens, like WOODSIDE-1. It stays as it is."
        />
      ) : null}
      <BilingualField name="title" label="Title" />
      <div id="text" className="space-y-6">
        <TextArea
          name="text.en"
          label="What was promised"
          rows={4}
          hint="In the words it was promised in, as far as they are known."
        />
        <TextArea name="text.zh" label="The same in Chinese" lang="zh" rows={3} required={false} />
      </div>
      <CheckFields
        name="partyCodes"
        label="Whom it binds"
        choices={parties.map(({ code, name }) => ({ value: code, label: say(name, 'en').text }))}
      />
      <SelectField
        name="areaSlug"
        label="Area"
        empty="Choose an area"
        choices={areas.map(({ value, label }) => ({ value, label: say(label, 'en').text }))}
      />
      <TextField
        name="newArea"
        label="Or a new area"
        required={false}
        hint="Its name in English, like Food security"
      />
      <TextField name="madeOn" label="Promised on" hint="Like 2023-11-15" />
      <TextField
        name="due"
        label="Due"
        required={false}
        hint="As far as it is known: 2024-05-14, 2024-05 or 2024"
      />
      <TextField
        name="reviewEveryDays"
        label="Review interval in days"
        inputMode="numeric"
        hint="After so many days without news it counts as stale."
      />
      <RowList
        list={criteriaList}
        legend="Kept when"
        hint="A row for each thing that must be so; all of them must be met."
        one="criterion"
        mayMove
        inWords={(fields) => Object.values(fields).filter(Boolean).join('\n')}
        row={(at) => (
          <>
            <TextField name={`criteria.${at}.en`} label={`Criterion ${at + 1}`} />
            <TextField name={`criteria.${at}.zh`} label="The same in Chinese" lang="zh" required={false} />
          </>
        )}
      />
    </>
  )
}
