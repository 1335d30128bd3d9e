// What people may send to import a table of commitments.

import { z } from 'zod'
import { id, requestKey, version } from '#lib/forms/parse.ts'
import type { Fields } from '#lib/forms/state.ts'
import { importFields, largestTable, type Mapping } from '#lib/imports/rules.ts'

export const ImportInput = z.object({
  file: z
    .instanceof(File, { error: 'Choose a table that is not empty.' })
    .refine((given) => given.size <= largestTable, 'Keep the table within 12 MB.'),
  requestKey,
})

export const StopInput = z.object({ id })

const field = z.enum(['', ...Object.keys(importFields)])

/** What the draft of an import holds: which column is which. What it does not know is left out. */
export const columnsIn = (fields: Fields): Mapping =>
  Object.keys(fields)
    .filter((name) => /^columns\.\d+$/.test(name))
    .map((_, at) => field.catch('').parse(fields[`columns.${at}`]))

/** The same as the fields of the form. */
export const fieldsOfColumns = (mapping: Mapping): Fields =>
  Object.fromEntries(mapping.map((field, at) => [`columns.${at}`, field]))

/** The form of the columns: a choice for each, in their order. */
export const MappingInput = z
  .object({ id, version, columns: z.array(field, 'Say which column is which.') })
  .transform(({ columns, ...rest }, context) => {
    const mapping: Mapping = columns
    for (const [at, each] of mapping.entries())
      if (each !== '' && mapping.indexOf(each) !== at)
        context.addIssue({
          code: 'custom',
          path: [`columns.${at}`],
          message: `Two columns are “${importFields[each]}”: choose one.`,
        })
    return { ...rest, mapping }
  })
