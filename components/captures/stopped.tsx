import type { ReactNode } from 'react'
import { ButtonLink } from '#components/ui/button.tsx'

type Props = {
  state: 'failed' | 'cancelled'
  sentence: string | null
  detail: string | null
  retryAt: string | null
  query: Record<string, string>
  /** The buttons that retry and throw away. */
  children: ReactNode
}

/** Why a capture came to nothing, and the three ways on. */
export function Stopped({ state, sentence, detail, retryAt, query, children }: Props) {
  const to = (way: string) => `/desk/captures/new?${new URLSearchParams({ ...query, way })}`
  return (
    <section className="mt-6 max-w-measure rounded border border-edge px-5 py-5">
      <p role="status" className="text-lg">
        {state === 'cancelled' ? 'The capture was cancelled.' : (sentence ?? 'The capture failed.')}
      </p>
      {detail ? <p className="mt-1 font-sans text-sm text-soft">{detail}</p> : null}
      {retryAt ? (
        <p className="mt-1 font-sans text-sm text-soft">The site lets us ask again after {retryAt}.</p>
      ) : null}
      <p className="mt-3 text-soft">Nothing was kept. Three ways on:</p>
      <div className="mt-3 flex flex-wrap items-start gap-3">
        {children}
        <ButtonLink href={to('paste')}>Paste the text</ButtonLink>
        <ButtonLink href={to('file')}>Upload the file</ButtonLink>
      </div>
    </section>
  )
}
