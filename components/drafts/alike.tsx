import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#lib/forms/state.ts'
import type { DraftLine } from '#lib/review/read.ts'
import { statuses } from '#lib/updates/rules.ts'

type Props = {
  drafts: DraftLine[]
  publish: (state: FormState, form: FormData) => Promise<FormState>
}

/** Updates that all say no change was seen may be published together, each ticked by hand and shown with its note. */
export function Alike({ drafts, publish }: Props) {
  const alike = drafts.flatMap(({ id, version, author, line }) =>
    line?.alike && line.status ? [{ id, version, author, status: line.status, ...line.alike }] : [],
  )
  if (alike.length < 2) return null
  return (
    <section className="mt-12 max-w-measure">
      <h2>No change seen</h2>
      <p className="mb-4 text-soft">
        These repeat a status and say where somebody looked. Those you tick are published, each by itself.
      </p>
      <Form action={publish} label="Publish several" submit="Publish those ticked">
        <fieldset id="items" className="divide-y divide-rule border-y border-rule">
          <legend className="sr-only">Updates that say no change was seen</legend>
          {alike.map(({ id, version, of, status, author, note }) => (
            <label key={id} className="flex items-baseline gap-3 py-2">
              <input type="checkbox" name={`items.${id}`} value={version} />
              <span>
                {of}: still {statuses[status].word.en.toLowerCase()}
                <span className="block font-sans text-sm text-soft">
                  {author}: {note}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      </Form>
    </section>
  )
}
