import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { keepSummit } from '#app/desk/summits/actions.ts'
import { SummitFields } from '#components/summits/summit-fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { may } from '#lib/access.ts'
import { heldForm } from '#lib/auth/held.ts'

export const generateMetadata = () => titled('Record a summit')

const path = '/desk/summits/new'
type Search = Promise<Record<string, string | string[] | undefined>>

export default async function NewSummit({ searchParams }: { searchParams: Search }) {
  const { held, rows } = await searchParams
  const viewer = await requireMember(path)
  const kept = await heldForm(viewer, typeof held === 'string' ? held : undefined, path)
  const many = Math.min(50, Math.max(4, Number(rows) || 0))
  if (!may(viewer, 'summit.record', 'any'))
    return (
      <>
        <h1>Record a summit</h1>
        <p className="mt-3">Reviewers record summits and what was promised there: ask one of them.</p>
      </>
    )
  return (
    <>
      <h1>Record a summit</h1>
      <p className="mt-3 max-w-measure text-soft">
        It is entered in the public ledger as it is recorded, and every later wording beside it. More than{' '}
        {many} parties met? <a href={`${path}?rows=${many + 10}`}>Show more rows</a> first.
      </p>
      <div className="mt-8">
        <Form action={keepSummit} values={kept ?? {}} submit="Record it in public" label="Summit">
          <SummitFields rows={many} isNew />
        </Form>
      </div>
    </>
  )
}
