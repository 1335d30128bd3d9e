// A React hook: the values of a form as they are being typed, for the live preview.

'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { useFormState } from '#components/ui/form.tsx'
import type { Fields } from '#lib/forms/state.ts'

/** What stands in the form around `place`, key by key; until the first key, and without JavaScript, what it was drawn with. */
export function useTyped(): { place: RefObject<HTMLDivElement | null>; typed: Fields } {
  const state = useFormState()
  const place = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState<{ attempt: number; fields: Fields }>()
  useEffect(() => {
    const form = place.current?.closest('form')
    const read = () => form && setTyped({ attempt: state.attempt, fields: fieldsIn(form) })
    form?.addEventListener('input', read)
    return () => form?.removeEventListener('input', read)
  }, [state.attempt])
  return { place, typed: typed?.attempt === state.attempt ? typed.fields : state.values }
}

function fieldsIn(form: HTMLFormElement): Fields {
  const fields: Fields = {}
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields[name] = value
  return fields
}
