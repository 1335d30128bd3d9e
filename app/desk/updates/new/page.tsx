import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { keep, saveByItself } from '#app/desk/drafts/actions.ts'
import { DraftForm } from '#components/drafts/draft-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { plainWords } from '#components/updates/evidence-rows.ts'
import { UpdateFields } from '#components/updates/update-fields.tsx'
import { findParkedForm } from '#lib/auth/parked-forms.ts'
import { commitmentChoices, sourceChoices } from '#lib/updates/choices.ts'
import { bearings } from '#lib/updates/rules.ts'

export const generateMetadata = () => titled('New status update')

type Search = Promise<Record<string, string | string[] | undefined>>
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''

export default async function NewUpdate({ searchParams }: { searchParams: Search }) {
  const viewer = await requireMember('/desk/updates/new')
  const asked = await searchParams
  const held = await findParkedForm(viewer, one(asked.held), '/desk/updates/new')
  const source = one(asked.excerpt) ? `excerpt:${one(asked.excerpt)}` : ''
  const kept = Object.entries(held ?? {}).flatMap(([name, value]) =>
    name.endsWith('.source') ? [value] : [],
  )
  const [commitments, sources] = await Promise.all([
    commitmentChoices(viewer, held?.commitmentId),
    sourceChoices(viewer, [source, ...kept], plainWords(one(asked.find))),
  ])
  if (commitments.length === 0) return <NothingPromised />
  const chosen = commitments.find((each) => each.ref === one(asked.commitment))
  const values = {
    requestKey: crypto.randomUUID(),
    commitmentId: chosen?.id ?? '',
    partyId: chosen?.parties.find((each) => each.code === one(asked.party))?.id ?? '',
    'evidence.0.source': source,
    'evidence.0.locator': plainWords(one(asked.locator)),
    'evidence.0.bearing': Object.hasOwn(bearings, one(asked.bearing)) ? one(asked.bearing) : '',
    ...held,
  }
  return (
    <>
      <h1>New status update</h1>
      <p className="mt-2 mb-8 max-w-measure text-soft">
        Say what happened, what it means for the commitment, and what proves it. A second person reads it
        before it is published.
      </p>
      <DraftForm
        key={one(asked.held)}
        kind="UPDATE"
        label="Status update"
        keep={keep}
        save={saveByItself}
        values={values}
        isAgain={held !== null && asked.gone !== undefined}
      >
        <UpdateFields {...{ commitments, sources }} />
      </DraftForm>
    </>
  )
}

function NothingPromised() {
  return (
    <>
      <h1>New status update</h1>
      <Empty act={<ButtonLink href="/desk">Back to the desk</ButtonLink>}>
        A status update speaks of a commitment, and none is recorded yet: a reviewer records the summit and
        what was promised there first.
      </Empty>
    </>
  )
}
