import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { cite } from '#app/desk/articles/actions.ts'
import { ArticleFields } from '#components/articles/fields.tsx'
import { HiddenField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { findParkedForm } from '#lib/auth/parked-forms.ts'
import { listParties } from '#lib/parties/read.ts'

export const generateMetadata = () => titled('Cite a document')

const path = '/desk/articles/new'

export default async function CiteDocument({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>
}) {
  const { held } = await searchParams
  const viewer = await requireMember(path)
  const kept = await findParkedForm(viewer, typeof held === 'string' ? held : undefined, path)
  const values = {
    language: 'en',
    kind: 'NEWS',
    access: 'RESTRICTED',
    requestKey: crypto.randomUUID(),
    ...kept,
  }
  return (
    <>
      <h1>Cite a document</h1>
      <p className="mt-3 max-w-measure text-soft">
        It is recorded by its address and can serve as evidence of the grade <em>citation only</em>. If its
        text can be had, <a href="/desk/captures/new">capture it</a>: quotes can then be checked word for
        word.
      </p>
      <div className="mt-8">
        <Form action={cite} values={values} submit="Record it" label="Article">
          <HiddenField name="requestKey" value={values.requestKey} />
          <ArticleFields parties={await listParties(viewer)} />
        </Form>
      </div>
    </>
  )
}
