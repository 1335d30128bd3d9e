import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { capture, cite } from '#app/desk/articles/actions.ts'
import { ArticleFields } from '#components/articles/fields.tsx'
import { Carried, TextArea } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { listParties } from '#lib/articles/read.ts'
import { heldForm } from '#lib/auth/held.ts'

export const generateMetadata = () => titled('New article')

const path = '/desk/articles/new'

export default async function NewArticle({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>
}) {
  const { held, only } = await searchParams
  const viewer = await requireMember(path)
  const isCitation = only === 'citation'
  const kept = await heldForm(viewer, typeof held === 'string' ? held : undefined, path)
  const values = {
    language: 'en',
    kind: 'NEWS',
    access: 'RESTRICTED',
    requestKey: crypto.randomUUID(),
    ...kept,
  }
  return (
    <>
      <h1>{isCitation ? 'Cite a document' : 'New article'}</h1>
      <p className="mt-3 max-w-measure text-soft">
        {isCitation ? (
          <>
            It is recorded by its address and can serve as evidence of the grade <em>citation only</em>. If
            you have its text, <a href={path}>archive it</a>: quotes can then be checked word for word.
          </>
        ) : (
          <>
            Paste the text: it is archived as it is, hashed, and never changed. Capture by address or from a
            file is not there yet. If you have no text,{' '}
            <a href={`${path}?only=citation`}>cite the document</a> by its address.
          </>
        )}
      </p>
      <div className="mt-8">
        <Form
          action={isCitation ? cite : capture}
          values={values}
          submit={isCitation ? 'Record it' : 'Archive it'}
          label="Article"
        >
          <Carried name="requestKey" value={values.requestKey} />
          <ArticleFields parties={await listParties(viewer)} />
          {isCitation ? null : (
            <TextArea
              name="text"
              label="Text"
              rows={16}
              hint="The article's own words, with nothing left out of the passages you will quote."
            />
          )}
        </Form>
      </div>
    </>
  )
}
