'use client'

import { ConflictBeside, type InWords } from '#components/ui/conflict-beside.tsx'
import { type Choice, SelectField, TextField } from '#components/ui/field.tsx'
import { useFormState } from '#components/ui/form.tsx'
import { ListRows } from '#components/ui/list-field.tsx'
import { rowCount } from '#components/ui/rows.ts'
import { evidenceList } from '#components/updates/evidence-rows.ts'
import { SourceFinder } from '#components/updates/source-finder.tsx'
import { useTyped } from '#components/updates/typed.ts'
import type { SourceChoices } from '#lib/updates/choices.ts'
import { bearings } from '#lib/updates/rules.ts'

const bearingChoices = Object.entries(bearings).map(([value, label]) => ({ value, label: label.en }))

/** Rows of evidence, and the search for what they may cite. */
export function EvidenceFields({ sources }: { sources: SourceChoices }) {
  const { values } = useFormState()
  const { place, typed } = useTyped()
  const sought = typed.find ?? sources.find
  const all = [
    ...sources.excerpts.map((each) => ({ ...each, group: 'Quotes: checked against the archive' })),
    ...sources.articles.map((each) => ({ ...each, group: 'Articles: cited only' })),
  ]
  return (
    <div ref={place}>
      <h2>Evidence</h2>
      <p className="mb-4 max-w-measure text-soft">
        No status without proof: a quote where the text is archived, else a citation that says where to look.
      </p>
      <ConflictBeside name="evidence" inWords={rowsInWords(all)} />
      <SourceFinder key={values.find} sought={values.find ?? sources.find} sources={sources} />
      <div className="space-y-6">
        <ListRows
          list={evidenceList}
          one="piece of evidence"
          row={(at) => (
            <Row
              at={at}
              choices={all.filter(
                (each) =>
                  sought === sources.find ||
                  each.value === typed[`evidence.${at}.source`] ||
                  isAbout(each, sought),
              )}
            />
          )}
        />
      </div>
    </div>
  )
}

const rowsInWords =
  (choices: Choice[]): InWords =>
  (fields) =>
    Array.from({ length: rowCount(fields, evidenceList) }, (_, at) => {
      const [source, locator] = [fields[`evidence.${at}.source`], fields[`evidence.${at}.locator`]]
      const known = choices.find((each) => each.value === source)?.label
      return [known ?? (source ? 'a source not listed here' : ''), locator].filter(Boolean).join(', ')
    })
      .filter(Boolean)
      .join('\n')

function isAbout(choice: Choice, sought: string): boolean {
  return choice.label.toLowerCase().includes(sought.trim().toLowerCase())
}

function Row({ at, choices }: { at: number; choices: Choice[] }) {
  return (
    <fieldset className="space-y-3">
      <legend className="sr-only">Piece of evidence {at + 1}</legend>
      <SelectField
        name={`evidence.${at}.source`}
        label={`Source ${at + 1}`}
        empty="Choose a source"
        choices={choices}
      />
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <SelectField name={`evidence.${at}.bearing`} label="It … the claim" choices={bearingChoices} />
        <TextField
          name={`evidence.${at}.locator`}
          label="Where in it"
          required={false}
          hint="Page, section, minute."
        />
      </div>
    </fieldset>
  )
}
