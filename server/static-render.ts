// Draws the still parts of a scriptless page beside Next, which would make every element three times: as an element, in
// the copy for a hydration that never comes, and as HTML. docs/how-serves-a-page.md.

import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** What one page had drawn apart: it calls `draw`, and says of an empty element which of `parts` it is to hold. */
export type Apart = { draw: (node: ReactNode) => number; parts: string[] }

export function apart(): Apart {
  const parts: string[] = []
  return { parts, draw: (node) => parts.push(renderToStaticMarkup(node)) - 1 }
}
