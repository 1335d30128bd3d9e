import { discard } from '#app/desk/drafts/actions.ts'
import { HiddenField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'

export function DiscardDraft({ id, version }: { id: string; version: number }) {
  return (
    <details className="mt-12 border-t border-rule pt-4">
      <summary className="font-sans text-sm">Throw this draft away</summary>
      <div className="mt-4">
        <Form action={discard} label="Throw this draft away" submit="Throw it away">
          <HiddenField name="id" value={id} />
          <HiddenField name="version" value={String(version)} />
        </Form>
      </div>
    </details>
  )
}
