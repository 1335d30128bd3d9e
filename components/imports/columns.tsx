'use client'

import { SelectField } from '#components/ui/field.tsx'
import { columnName, importFields } from '#lib/imports/rules.ts'

const choices = Object.entries(importFields).map(([value, label]) => ({ value, label }))

/** A choice for each column of a table. */
export function Columns({ header }: { header: string[] }) {
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      {header.map((name, at) => (
        <SelectField
          // Columns are told apart by their place: two may bear one name.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
          key={at}
          name={`columns.${at}`}
          label={`${columnName(at)}: ${name || 'without a name'}`}
          empty="Left out"
          choices={choices}
        />
      ))}
    </div>
  )
}
