// Draws the still parts of a scriptless page beside Next, which would make every element three times: as an element, in
// the copy for a hydration that never comes, and as HTML. docs/decisions/038.

import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** What one page had drawn apart: its pages call `draw` and put the mark it gives where `parts[n]` is to stand. */
export type Apart = { draw: (node: ReactNode) => string; parts: string[] }

export function apart(): Apart {
  const parts: string[] = []
  return { parts, draw: (node) => `<!--apart ${parts.push(renderToStaticMarkup(node)) - 1}-->` }
}
