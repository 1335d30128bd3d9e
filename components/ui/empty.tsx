import type { ReactNode } from 'react'

/** An empty place: what belongs here, why, and the one button that fills it. */
export function Empty({ children, act }: { children: ReactNode; act?: ReactNode }) {
  return (
    <div className="my-4 rounded border border-dashed border-edge px-5 py-6">
      <p className="max-w-measure text-soft">{children}</p>
      {act ? <div className="mt-4">{act}</div> : null}
    </div>
  )
}
