import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { addArea, place, rename } from '#app/desk/areas/actions.ts'
import { BilingualField } from '#components/ui/bilingual-field.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { HiddenField, TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Named, Renaming } from '#components/ui/renaming.tsx'
import { may } from '#lib/access.ts'
import { areaFields, listAreas } from '#lib/areas/read.ts'

export const generateMetadata = () => titled('Areas')

type Search = Promise<Record<string, string | string[] | undefined>>

export default async function Areas({ searchParams }: { searchParams: Search }) {
  const viewer = await requireMember('/desk/areas')
  const asked = await searchParams
  const areas = await listAreas(viewer)
  const mayManage = may(viewer, 'area.manage', 'any')
  const renamed = mayManage ? areas.find(({ id }) => id === asked.rename) : undefined
  const values = renamed ? await areaFields(viewer, renamed.id) : null
  return (
    <>
      <h1>Areas</h1>
      <p className="mt-3 max-w-measure text-soft">
        The topics that commitments are counted by, in this order. A new name stands at every clock at once,
        and the ledger keeps the old one.{' '}
        {mayManage ? 'A commitment is moved to another area by amending it.' : 'Reviewers manage them.'}
      </p>
      <ol className="mt-6 divide-y divide-rule border-y border-rule">
        {areas.map(({ id, slug, name, commitments }, at) => (
          <li key={id} className="py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
              <div>
                <Named name={name} />
                <p className="font-sans text-sm text-soft">
                  {slug} · {commitments} {commitments === 1 ? 'commitment' : 'commitments'}
                </p>
              </div>
              {mayManage ? (
                <div className="flex flex-wrap gap-2">
                  {at > 0 ? <Move id={id} to="up" slug={slug} /> : null}
                  {at < areas.length - 1 ? <Move id={id} to="down" slug={slug} /> : null}
                  <ButtonLink href={`?rename=${id}`} aria-label={`Rename ${slug}`}>
                    Rename
                  </ButtonLink>
                </div>
              ) : null}
            </div>
            {values && id === renamed?.id ? (
              <Renaming values={values} back="/desk/areas" action={rename} />
            ) : null}
          </li>
        ))}
      </ol>
      {mayManage && !renamed ? (
        <section className="mt-10">
          <h2>Add an area</h2>
          <Form key={String(asked.saved)} action={addArea} label="Add an area" submit="Add it in public">
            <BilingualField name="name" label="Name" />
            <TextField
              name="slug"
              label="Short name for its address"
              required={false}
              hint="Small letters, digits and hyphens; made from the English name where it is left empty."
            />
          </Form>
        </section>
      ) : null}
    </>
  )
}

function Move({ id, to, slug }: { id: string; to: 'up' | 'down'; slug: string }) {
  const words = `Move ${slug} ${to}`
  return (
    <Form action={place} label={words} actions={<Button aria-label={words}>Move {to}</Button>}>
      <HiddenField name="id" value={id} />
      <HiddenField name="to" value={to} />
    </Form>
  )
}
