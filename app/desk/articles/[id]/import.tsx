import { importAnnotation } from '#app/desk/articles/actions.ts'
import { FileField, HiddenField, TextArea } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'

/** The words of an annotation that stand here nowhere for certain, above the form that holds what is most like them. */
export function Nearest({ meant, language }: { meant: string; language: string }) {
  return (
    <div role="status" className="max-w-measure rounded border border-edge px-5 py-4">
      <p>
        The annotation’s words do not stand in this text in one certain place. The passage most like them is
        filled in below: compare the two, and quote it if it is what was meant.
      </p>
      <blockquote lang={language} className="mt-2 border-l-2 border-rule pl-4 text-soft">
        <bdi>{meant}</bdi>
      </blockquote>
    </div>
  )
}

/** Takes an annotation made elsewhere: its words become an excerpt where they stand in this text. */
export function Import({ snapshotId }: { snapshotId: string }) {
  return (
    <details className="max-w-measure">
      <summary className="font-sans text-sm">Import a Web Annotation</summary>
      <div className="mt-4">
        <Form action={importAnnotation} submit="Import" label="Import">
          <HiddenField name="snapshotId" value={snapshotId} />
          <HiddenField name="requestKey" value={crypto.randomUUID()} />
          <TextArea name="annotation" label="Its JSON" rows={4} required={false} />
          <FileField
            name="file"
            label="Or a file"
            accept=".json,.jsonld,application/json,application/ld+json"
            required={false}
            hint="As exported from here, or from Hypothesis; the first annotation in it is taken."
          />
        </Form>
      </div>
    </details>
  )
}
