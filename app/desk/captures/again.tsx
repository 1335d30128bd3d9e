import { begin } from '#app/desk/captures/actions.ts'
import { HiddenField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { instantInWords } from '#lib/dates.ts'

type Props = {
  article: { id: string; address: string | null; snapshots: { takenAt: Date }[] }
  isAsked: boolean
}

/** Says that an address led to this record, and offers to capture the live page anew and archive what it says now. */
export function Again({ article, isAsked }: Props) {
  const { id, address, snapshots } = article
  const newest = snapshots[0]
  if (!address) return null
  return (
    <section aria-label="New snapshot" className={isAsked ? 'mt-6 rounded border border-edge px-5 py-4' : ''}>
      {isAsked ? (
        <p role="status" className="mb-3">
          This address is recorded already
          {newest ? `, and was archived on ${instantInWords(newest.takenAt)}` : ', but not archived'}. A new
          snapshot leaves the old one and shows what changed before it is kept.
        </p>
      ) : null}
      <Form action={begin} label="New snapshot" submit={newest ? 'Take a new snapshot' : 'Archive it'}>
        <HiddenField name="way" value="address" />
        <HiddenField name="address" value={address} />
        <HiddenField name="articleId" value={id} />
        <HiddenField name="requestKey" value={crypto.randomUUID()} />
      </Form>
    </section>
  )
}
