'use client'

import { useShown } from '#components/ui/form.tsx'

/**
 * What a form carries of the record it changes: which, the version it was opened with, and what it said then. A form
 * that comes back after its session ended still carries the version it was opened with, not the newest.
 */
export function Opened({ also = [] }: { also?: string[] }) {
  const { values } = useShown()
  const { base = JSON.stringify(values), ...rest } = values
  return (
    <>
      {['id', 'version', ...also].map((name) =>
        rest[name] ? <input key={name} type="hidden" name={name} value={rest[name]} /> : null,
      )}
      <input type="hidden" name="base" value={base} />
    </>
  )
}
