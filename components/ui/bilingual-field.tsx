import { TextField } from '#components/ui/field.tsx'

/** A text in English and in Chinese, at least one of which is needed. */
export function BilingualField({ name, label }: { name: string; label: string }) {
  return (
    <div id={name} className="space-y-6">
      <TextField name={`${name}.en`} label={label} />
      <TextField name={`${name}.zh`} label={`${label} in Chinese`} lang="zh" required={false} />
    </div>
  )
}
