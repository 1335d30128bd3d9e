import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { addParty, rename } from '#app/desk/parties/actions.ts'
import { BilingualField } from '#components/ui/bilingual-field.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Named, Renaming } from '#components/ui/renaming.tsx'
import { may } from '#lib/access.ts'
import { listParties, partyFields } from '#lib/parties/read.ts'

export const generateMetadata = () => titled('Parties')

type Search = Promise<Record<string, string | string[] | undefined>>

export default async function Parties({ searchParams }: { searchParams: Search }) {
  const viewer = await requireMember('/desk/parties')
  const asked = await searchParams
  const parties = await listParties(viewer)
  const mayManage = may(viewer, 'party.manage', 'any')
  const renamed = mayManage ? parties.find(({ id }) => id === asked.rename) : undefined
  const values = renamed ? await partyFields(viewer, renamed.id) : null
  return (
    <>
      <h1>Parties</h1>
      <p className="mt-3 max-w-measure text-soft">
        States and organisations that commitments bind, by their codes. A new name stands at every clock at
        once, and the ledger keeps the old one. {mayManage ? '' : 'Reviewers manage them.'}
      </p>
      <ul className="mt-6 divide-y divide-rule border-y border-rule">
        {parties.map(({ id, code, name, summits }) => (
          <li key={id} className="py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
              <div>
                <Named name={name} />
                <p className="font-sans text-sm text-soft">
                  {code} · {summits} {summits === 1 ? 'summit' : 'summits'}
                </p>
              </div>
              {mayManage ? (
                <ButtonLink href={`?rename=${id}`} aria-label={`Rename ${code}`}>
                  Rename
                </ButtonLink>
              ) : null}
            </div>
            {values && id === renamed?.id ? (
              <Renaming values={values} back="/desk/parties" action={rename} />
            ) : null}
          </li>
        ))}
      </ul>
      {mayManage && !renamed ? (
        <section className="mt-10">
          <h2>Add a party</h2>
          <Form key={String(asked.saved)} action={addParty} label="Add a party" submit="Add it in public">
            <TextField
              name="code"
              label="Code"
              hint="Two to eight capital letters, like US. It stays as it is."
            />
            <BilingualField name="name" label="Name" />
          </Form>
        </section>
      ) : null}
    </>
  )
}
