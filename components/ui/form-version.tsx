'use client'

import { useFormState } from '#components/ui/form.tsx'
import type { Fields } from '#lib/forms/state.ts'

/**
 * What a form carries of the record it changes: which, the version it was opened with, and what it said then. A form
 * that comes back after its session ended still carries the version it was opened with, not the newest. `now`: what has
 * moved since by itself.
 */
export function FormVersion({ also = [], now = {} }: { also?: string[]; now?: Fields }) {
  const { values } = useFormState()
  const { base = JSON.stringify(values), ...rest } = { ...values, ...now }
  return (
    <>
      {[...new Set(['id', 'version', ...also])].map((name) =>
        rest[name] ? <input key={name} type="hidden" name={name} value={rest[name]} /> : null,
      )}
      <input type="hidden" name="base" value={base} />
    </>
  )
}
