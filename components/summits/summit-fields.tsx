'use client'

import { partiesList } from '#components/summits/parties-list.ts'
import { BilingualField } from '#components/ui/bilingual-field.tsx'
import { TextField } from '#components/ui/field.tsx'
import { ListField } from '#components/ui/list-field.tsx'
import type { Fields } from '#lib/forms/state.ts'

type Props = { isNew: boolean }

/** What is said of a summit, and the parties that met there, a row each. */
export function SummitFields({ isNew }: Props) {
  return (
    <>
      {isNew ? (
        <TextField
          name="slug"
          label="Short name for its address"
          hint="Small letters, digits and hyphens, like woodside-2023. It stays as it is first recorded."
        />
      ) : null}
      <BilingualField name="name" label="Name" />
      <BilingualField name="place" label="Place" />
      <TextField name="startsOn" label="First day" hint="Like 2023-11-15" />
      <TextField name="endsOn" label="Last day" hint="The same, when it lasted a day" />
      <ListField
        list={partiesList}
        legend="Parties"
        hint="By their codes, two to eight capital letters like US or CN. A code that is new here needs a name; rows without a code are left out."
        one="party"
        inWords={partiesInWords}
        row={(at) => (
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField name={`parties.${at}.code`} label={`Party ${at + 1}: code`} required={false} />
            <TextField name={`parties.${at}.name.en`} label="Name, if it is new" required={false} />
            <TextField name={`parties.${at}.leader.en`} label="Who spoke for it" required={false} />
            <TextField
              name={`parties.${at}.leader.zh`}
              label="The same in Chinese"
              lang="zh"
              required={false}
            />
          </div>
        )}
      />
    </>
  )
}

function partiesInWords(fields: Fields): string {
  const rows = Object.entries(fields).filter(([name, value]) => /^parties\.\d+\.code$/.test(name) && value)
  return rows
    .map(([name, code]) => {
      const leader = fields[name.replace('.code', '.leader.en')]
      return leader ? `${code}: ${leader}` : code
    })
    .join('\n')
}
