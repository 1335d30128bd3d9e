'use client'

import { Fragment, type ReactNode } from 'react'
import { criteriaList } from '#components/commitments/criteria-list.ts'
import { CheckFields, HiddenField, SelectField, TextArea, TextField } from '#components/ui/field.tsx'
import { ListField } from '#components/ui/list-field.tsx'
import type { Input } from '#lib/commitments/field-kinds.ts'
import { fields, type Key } from '#lib/commitments/record.ts'
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
  const named: Partial<Record<Key, ReactNode>> = {
    summitSlug: <HiddenField name="summitSlug" value={summitSlug} />,
    promisedInId: <HiddenField name="promisedInId" value={promisedInId} />,
    partyCodes: (
      <CheckFields
        name="partyCodes"
        label="Whom it binds"
        choices={parties.map(({ code, name }) => ({ value: code, label: say(name, 'en').text }))}
      />
    ),
    areaSlug: <AreaFields areas={areas} />,
    criteria: <CriteriaFields />,
  }
  return fields.map(({ key, inputs }) => (
    <Fragment key={key}>{named[key] ?? <Inputs name={key} {...{ inputs, isNew }} />}</Fragment>
  ))
}

/** The inputs of a field: those of both languages stand together, where faults of the whole field lead. */
function Inputs({ name, inputs, isNew }: { name: string; inputs: Input[]; isNew: boolean }) {
  const typed = inputs
    .filter(({ isOnlyNew }) => isNew || !isOnlyNew)
    .map(({ isOnlyNew: _, isOptional, ...input }) => {
      const props = { ...input, required: !isOptional }
      return input.rows ? <TextArea key={input.name} {...props} /> : <TextField key={input.name} {...props} />
    })
  if (inputs.length < 2) return typed
  return (
    <div id={name} className="space-y-6">
      {typed}
    </div>
  )
}

function AreaFields({ areas }: { areas: Option[] }) {
  return (
    <>
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
    </>
  )
}

function CriteriaFields() {
  return (
    <ListField
      list={criteriaList}
      legend="Kept when"
      hint="A row for each thing that must be so; all of them must be met."
      one="criterion"
      mayMove
      inWords={(typed) => Object.values(typed).filter(Boolean).join('\n')}
      row={(at) => (
        <>
          <TextField name={`criteria.${at}.en`} label={`Criterion ${at + 1}`} />
          <TextField name={`criteria.${at}.zh`} label="The same in Chinese" lang="zh" required={false} />
        </>
      )}
    />
  )
}
