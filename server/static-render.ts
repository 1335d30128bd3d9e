// Static rendering: the still parts of a scriptless page as HTML (renderToStaticMarkup) beside Next, which would make
// every element three times: as an element, in the copy for a hydration that never comes, and as HTML. docs/how-serves-a-page.md.

import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** The static parts of one page: it calls `render`, and says of an empty element which of `parts` it is to hold. */
export type StaticParts = { render: (node: ReactNode) => number; parts: string[] }

export function staticParts(): StaticParts {
  const parts: string[] = []
  return { parts, render: (node) => parts.push(renderToStaticMarkup(node)) - 1 }
}
