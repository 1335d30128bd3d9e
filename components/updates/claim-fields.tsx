'use client'

import { Button } from '#components/ui/button.tsx'
import { SelectField, TextArea, TextField } from '#components/ui/field.tsx'
import { ClaimPreview } from '#components/updates/claim-preview.tsx'
import { useTyped } from '#components/updates/typed.ts'
import type { CommitmentChoice } from '#lib/updates/choices.ts'
import { statuses, statusOrder } from '#lib/updates/rules.ts'

const statusChoices = statusOrder.map((value) => ({
  value,
  label: `${statuses[value].word.en}: ${statuses[value].meaning.en}`,
}))

/** What is claimed: of which commitment and party, which status, since when, in which words. */
export function ClaimFields({ commitments }: { commitments: CommitmentChoice[] }) {
  const { place, typed } = useTyped()
  const chosen = commitments.find((each) => each.id === typed.commitmentId)
  return (
    <div ref={place} className="space-y-6">
      <SelectField
        name="commitmentId"
        label="Commitment"
        empty="Choose a commitment"
        choices={commitments.map(({ id, ref, title, summit }) => ({
          value: id,
          label: `${ref}: ${title}`,
          group: summit,
        }))}
      />
      <SelectField
        name="partyId"
        label="Of whom it speaks"
        empty="Overall"
        choices={partiesOf(chosen ? [chosen] : commitments)}
      />
      <noscript>
        <Button name="act" value="show">
          Show how it stands
        </Button>
      </noscript>
      <SelectField name="status" label="New status" empty="Choose a status" choices={statusChoices} />
      <TextField
        name="occurred"
        label="Occurred on"
        hint="When it happened in the world: 2024-05-14, or only 2024-05 or 2024 when no more is known."
      />
      <TextField
        name="headline.en"
        label="Headline"
        hint="One sentence, at most 200 characters: who did what. Readers see it first."
      />
      <TextField name="headline.zh" label="Headline in Chinese" lang="zh" required={false} />
      <ClaimPreview typed={typed} chosen={chosen} />
      <TextArea
        name="note.en"
        label="Note"
        required={false}
        hint="Why the evidence bears this status out, and what it leaves open."
      />
      <TextArea name="note.zh" label="Note in Chinese" lang="zh" required={false} rows={3} />
    </div>
  )
}

function partiesOf(commitments: CommitmentChoice[]) {
  const all = commitments.flatMap((each) => each.parties)
  const once = [...new Map(all.map((party) => [party.id, party])).values()]
  return once.map(({ id, code, name }) => ({ value: id, label: `${name} (${code})` }))
}
