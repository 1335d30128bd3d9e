import { confirm, look } from '#app/desk/imports/actions.ts'
import { Cells } from '#components/imports/cells.tsx'
import { Columns } from '#components/imports/columns.tsx'
import { ImportRows } from '#components/imports/rows.tsx'
import { HiddenField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import type { Member } from '#lib/auth/viewer.ts'
import { type ImportInFull, type Preview, previewImport } from '#lib/imports/read.ts'

type Props = { viewer: Member; found: ImportInFull; saved: string }

/** A table before it is handed in: which column is which, what is wrong where, and what its rows would be. */
export async function Preparing({ viewer, found, saved }: Props) {
  const { draft, fault } = found
  const preview = await previewImport(viewer, draft.id)
  const carried = (
    <>
      <HiddenField name="id" value={draft.id} />
      <HiddenField name="version" value={String(draft.version)} />
    </>
  )
  const values = Object.fromEntries(preview.mapping.map((field, at) => [`columns.${at}`, field]))
  return (
    <>
      {[...preview.notes, ...(fault ? [fault] : [])].map((note) => (
        <p key={note} className="mt-4 max-w-measure border-l-2 border-accent pl-4">
          {note}
        </p>
      ))}
      <p className="mt-6 max-w-measure text-lg">{inWords(preview)}</p>
      {preview.faultCount === 0 && preview.first.length ? (
        <div className="mt-4">
          <Form action={confirm} label="Confirm" submit="Submit for review">
            {carried}
          </Form>
        </div>
      ) : null}
      <Cells faults={preview.faults} count={preview.faultCount} header={preview.header} />
      <h2>Which column is which</h2>
      <div className="mt-4">
        <Form key={saved} action={look} values={values} label="Columns" submit="Look again">
          {carried}
          <Columns header={preview.header} />
        </Form>
      </div>
      {preview.first.length ? (
        <>
          <h2>The first rows, as they would be</h2>
          <ImportRows rows={preview.first} />
        </>
      ) : null}
    </>
  )
}

function inWords({ total, added, amended, same, faultCount }: Preview): string {
  const count = (many: number, one: string, several: string) =>
    many ? [`${many.toLocaleString('en')} ${many === 1 ? one : several}`] : []
  const said = [
    ...count(added, 'would be new', 'would be new'),
    ...count(amended, 'would amend what is recorded', 'would amend what is recorded'),
    ...count(same, 'says what is recorded already', 'say what is recorded already'),
    ...count(faultCount, 'cell is to be mended', 'cells are to be mended'),
  ]
  const rows = `${total.toLocaleString('en')} ${total === 1 ? 'row' : 'rows'}`
  return `Of ${rows}, ${new Intl.ListFormat('en').format(said)}.`
}
