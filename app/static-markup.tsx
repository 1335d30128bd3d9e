// Static rendering: marks a part of a public page that server/static-render.ts renders to HTML beside Next.

import type { ReactNode } from 'react'
import { renderStatic } from '#app/answer.ts'

type Props = { as?: 'div' | 'article'; className?: string; children: ReactNode }

/**
 * A part of a public page that is only read: no server action, nothing that waits. The server renders it beside Next,
 * which is several times as quick; where none stands in front (development with live reload), it is drawn as anything.
 */
export function StaticMarkup({ as: Element = 'div', className, children }: Props) {
  const part = renderStatic(children)
  if (part === undefined) return <Element className={className}>{children}</Element>
  return <Element className={className} data-static-part={part} />
}
