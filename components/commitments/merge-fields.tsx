import { TextArea, TextField } from '#components/ui/field.tsx'

/** Which commitment stays, and why the two are one. */
export function MergeFields() {
  return (
    <>
      <TextField
        name="into"
        label="The one that stays"
        hint="Its reference, like WOODSIDE-1. Its text stays as it is."
      />
      <TextArea
        name="reason"
        label="Why they are one"
        rows={3}
        hint="Readers see this on both, and beside each update that is carried over."
      />
    </>
  )
}
