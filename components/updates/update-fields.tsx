import { ClaimFields } from '#components/updates/claim-fields.tsx'
import { EvidenceFields } from '#components/updates/evidence-fields.tsx'
import type { CommitmentChoice, SourceChoices } from '#lib/updates/choices.ts'

/** The fields of an update: what is claimed, and what proves it. */
export function UpdateFields(props: { commitments: CommitmentChoice[]; sources: SourceChoices }) {
  return (
    <>
      <ClaimFields commitments={props.commitments} />
      <EvidenceFields sources={props.sources} />
    </>
  )
}
