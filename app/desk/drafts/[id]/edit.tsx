import { DiscardDraft } from '#app/desk/drafts/[id]/discard.tsx'
import { keep, saveByItself } from '#app/desk/drafts/actions.ts'
import { missing } from '#app/not-found-page.tsx'
import { CommitmentFields } from '#components/commitments/commitment-fields.tsx'
import { MergeFields } from '#components/commitments/merge-fields.tsx'
import { DraftForm } from '#components/drafts/draft-form.tsx'
import { SummitFields } from '#components/summits/summit-fields.tsx'
import { plainWords } from '#components/updates/evidence-rows.ts'
import { UpdateFields } from '#components/updates/update-fields.tsx'
import type { Member } from '#lib/auth/viewer.ts'
import { listFilterOptions } from '#lib/commitments/search.ts'
import type { Fields } from '#lib/forms/state.ts'
import { fieldsOfDraft } from '#lib/review/form.ts'
import type { DraftInFull } from '#lib/review/read.ts'
import type { DraftKind } from '#lib/review/rules.ts'
import { getSummitDesk } from '#lib/summits/desk.ts'
import { commitmentChoices, sourceChoices } from '#lib/updates/choices.ts'

type Props = {
  viewer: Member
  draft: DraftInFull
  held: Fields | null
  asked: { saved: string; find: string }
}

const labels: Record<DraftKind, string> = {
  UPDATE: 'Status update',
  SUMMIT: 'Summit',
  COMMITMENT: 'Commitment',
  MERGE: 'Merge',
  IMPORT: 'Import',
}

/** An own draft, to go on with. */
export function EditDraft({ viewer, draft, held, asked }: Props) {
  const { id, kind, version } = draft
  const isNew = draft.subjectId === null
  const values = { ...fieldsOfDraft(draft), ...held }
  const carried = {
    UPDATE: ['correctionReason'],
    SUMMIT: ['slug'],
    COMMITMENT: ['ref'],
    MERGE: ['ref'],
    IMPORT: [],
  }
  const isNamed = isNew && (kind === 'SUMMIT' || kind === 'COMMITMENT')
  return (
    <div className="mt-8">
      {/* Drawn anew after a save. Not by the version: without scripts a refused form is found again by its key. */}
      <DraftForm
        key={`form-${asked.saved}`}
        kind={kind}
        label={labels[kind]}
        keep={keep}
        save={saveByItself}
        values={values}
        also={isNamed ? [] : carried[kind]}
      >
        {kind === 'UPDATE' ? <Update {...{ viewer, values }} find={plainWords(asked.find)} /> : null}
        {kind === 'SUMMIT' ? <SummitFields isNew={isNew} /> : null}
        {kind === 'COMMITMENT' ? <Commitment viewer={viewer} values={values} isNew={isNew} /> : null}
        {kind === 'MERGE' ? <MergeFields /> : null}
      </DraftForm>
      <DiscardDraft key={`discard-${asked.saved}`} id={id} version={version} />
    </div>
  )
}

async function Update({ viewer, values, find }: { viewer: Member; values: Fields; find: string }) {
  const kept = Object.entries(values).flatMap(([name, value]) => (name.endsWith('.source') ? [value] : []))
  const [commitments, sources] = await Promise.all([
    commitmentChoices(viewer, values.commitmentId),
    sourceChoices(viewer, kept, find),
  ])
  return <UpdateFields {...{ commitments, sources }} />
}

async function Commitment({ viewer, values, isNew }: { viewer: Member; values: Fields; isNew: boolean }) {
  const summitSlug = values.summitSlug ?? ''
  const [{ areas }, summit] = await Promise.all([
    listFilterOptions(viewer),
    getSummitDesk(viewer, summitSlug).catch(missing),
  ])
  const met = summit?.parties ?? []
  // Whoever is ticked stays there to be seen, though the summit knows them no longer.
  const ticked = Object.keys(values).flatMap((name) => /^partyCodes\.(\w+)$/.exec(name)?.[1] ?? [])
  const others = ticked.filter((code) => !met.some((party) => party.code === code))
  const parties = [...met, ...others.map((code) => ({ code, name: { en: code } }))]
  const promisedInId = values.promisedInId ?? ''
  return <CommitmentFields {...{ isNew, summitSlug, promisedInId, areas, parties }} />
}
