import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { upload } from '#app/desk/imports/actions.ts'
import { FileField, HiddenField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { importFields } from '#lib/imports/rules.ts'

export const generateMetadata = () => titled('Import commitments')

export default async function NewImport() {
  await requireMember('/desk/imports/new')
  return (
    <>
      <h1>Import commitments</h1>
      <p className="mt-3 max-w-measure text-soft">
        From a table saved as CSV, such as the one that{' '}
        <a href="/commitments/export/csv">takes the commitments away</a>. You say which column is which, and
        see what is wrong in which cell; nothing is recorded before a second person has approved the whole. A
        reference that is recorded already is amended where its row says something else.
      </p>
      <div className="mt-8">
        <Form action={upload} label="Table" submit="Upload it and look">
          <HiddenField name="requestKey" value={crypto.randomUUID()} />
          <FileField
            name="file"
            label="The table"
            accept=".csv,.tsv,.txt,text/csv"
            hint="At most 12 MB and 20,000 rows; cells separated by commas, semicolons or tabs; best in UTF-8."
          />
        </Form>
      </div>
      <h2>Its columns</h2>
      <dl className="grid max-w-measure gap-x-6 gap-y-1 font-sans text-sm sm:grid-cols-[12rem_1fr]">
        {Object.entries(importFields).map(([name, words]) => (
          <div key={name} className="contents">
            <dt>
              <code>{name}</code>
            </dt>
            <dd className="text-soft max-sm:mb-2">{words}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 max-w-measure font-sans text-sm text-soft">
        Parties are separated by semicolons, criteria by lines within the cell. The summit, its parties and
        the area must be there before: <a href="/desk/summits">summits</a>,{' '}
        <a href="/desk/parties">parties</a>, <a href="/desk/areas">areas</a>.
      </p>
    </>
  )
}
