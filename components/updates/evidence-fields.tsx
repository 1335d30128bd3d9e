'use client'

import { Button } from '#components/ui/button.tsx'
import { Beside, type InWords } from '#components/ui/conflict-beside.tsx'
import { type Choice, SelectField, TextField } from '#components/ui/field.tsx'
import { useShown } from '#components/ui/form.tsx'
import { rowCount } from '#components/updates/evidence-rows.ts'
import { SourceFinder } from '#components/updates/source-finder.tsx'
import { useTyped } from '#components/updates/typed.ts'
import type { SourceChoices } from '#lib/updates/choices.ts'
import { bearings, mostEvidence } from '#lib/updates/rules.ts'

const bearingChoices = Object.entries(bearings).map(([value, label]) => ({ value, label: label.en }))

/** Rows of evidence. Adding and removing one are buttons of the form, so that they work without JavaScript. */
export function EvidenceFields({ sources }: { sources: SourceChoices }) {
  const { values } = useShown()
  const { place, typed } = useTyped()
  const sought = typed.find ?? sources.find
  const count = rowCount(values)
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
      <Beside name="evidence" inWords={rowsInWords(all)} />
      <SourceFinder key={values.find} sought={values.find ?? sources.find} sources={sources} />
      {Array.from({ length: count }, (_, at) => (
        <Row
          // Rows are told apart by their place alone: a removed row moves the values of those after it.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
          key={at}
          at={at}
          choices={all.filter(
            (each) =>
              sought === sources.find ||
              each.value === typed[`evidence.${at}.source`] ||
              isAbout(each, sought),
          )}
          mayGo={count > 1}
        />
      ))}
      <input type="hidden" name="rows" value={count} />
      {count < mostEvidence ? (
        <Button name="act" value="add">
          Add a piece of evidence
        </Button>
      ) : null}
    </div>
  )
}

const rowsInWords =
  (choices: Choice[]): InWords =>
  (fields) =>
    Array.from({ length: rowCount(fields) }, (_, at) => {
      const [source, locator] = [fields[`evidence.${at}.source`], fields[`evidence.${at}.locator`]]
      const known = choices.find((each) => each.value === source)?.label
      return [known ?? (source ? 'a source not listed here' : ''), locator].filter(Boolean).join(', ')
    })
      .filter(Boolean)
      .join('\n')

function isAbout(choice: Choice, sought: string): boolean {
  return choice.label.toLowerCase().includes(sought.trim().toLowerCase())
}

function Row({ at, choices, mayGo }: { at: number; choices: Choice[]; mayGo: boolean }) {
  return (
    <fieldset className="mb-6 max-w-measure space-y-3 border-l-2 border-rule pl-4">
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
      {mayGo ? (
        <Button name="act" value={`remove.${at}`} aria-label={`Remove piece of evidence ${at + 1}`}>
          Remove
        </Button>
      ) : null}
    </fieldset>
  )
}
