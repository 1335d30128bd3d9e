import {
  discard,
  keepCommitment,
  keepMerge,
  keepSummit,
  saveCommitment,
  saveMerge,
  saveSummit,
} from '#app/desk/drafts/actions.ts'
import { CommitmentFields } from '#components/commitments/commitment-fields.tsx'
import { MergeFields } from '#components/commitments/merge-fields.tsx'
import { DraftButtons, EnterSaves, OpenedDraft } from '#components/drafts/draft-buttons.tsx'
import { valuesOf } from '#components/drafts/draft-values.ts'
import { SummitFields } from '#components/summits/summit-fields.tsx'
import { Carried } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import type { Member } from '#lib/auth/viewer.ts'
import { listOptions } from '#lib/commitments/search.ts'
import type { DraftInFull } from '#lib/drafts/read.ts'
import type { Fields } from '#lib/forms/state.ts'
import { getSummitDesk } from '#lib/summits/desk.ts'

type Props = { viewer: Member; draft: DraftInFull; held: Fields | null; saved: string }

/** An own draft, to go on with. */
export async function EditDraft({ viewer, draft, held, saved }: Props) {
  const { id, kind, version } = draft
  const isNew = draft.subjectId === null
  const values = { ...valuesOf(draft), ...held }
  const action = { SUMMIT: keepSummit, COMMITMENT: keepCommitment, MERGE: keepMerge, IMPORT: keepMerge }[kind]
  const save = { SUMMIT: saveSummit, COMMITMENT: saveCommitment, MERGE: saveMerge, IMPORT: saveMerge }[kind]
  return (
    <div className="mt-8">
      {/* Without scripts a refused form is found again by its key: that must not change with the version. */}
      <Form key={saved} action={action} values={values} label="Draft" actions={<DraftButtons />}>
        <EnterSaves />
        {kind === 'SUMMIT' ? <SummitFields isNew={isNew} /> : null}
        {kind === 'COMMITMENT' ? <Commitment viewer={viewer} values={values} isNew={isNew} /> : null}
        {kind === 'MERGE' ? <MergeFields /> : null}
        <OpenedDraft isNew={isNew} save={save} />
      </Form>
      <ThrowAway id={id} version={version} />
    </div>
  )
}

async function Commitment({ viewer, values, isNew }: { viewer: Member; values: Fields; isNew: boolean }) {
  const summitSlug = values.summitSlug ?? ''
  const [{ areas }, { parties }] = await Promise.all([listOptions(viewer), getSummitDesk(viewer, summitSlug)])
  const promisedInId = values.promisedInId ?? ''
  return <CommitmentFields {...{ isNew, summitSlug, promisedInId, areas, parties }} />
}

export function ThrowAway({ id, version }: { id: string; version: number }) {
  return (
    <details className="mt-12 border-t border-rule pt-4">
      <summary className="font-sans text-sm">Throw this draft away</summary>
      <div className="mt-4">
        <Form action={discard} label="Throw this draft away" submit="Throw it away">
          <Carried name="id" value={id} />
          <Carried name="version" value={String(version)} />
        </Form>
      </div>
    </details>
  )
}
