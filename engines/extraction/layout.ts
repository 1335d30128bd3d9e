// How a canonical text is laid out: blocks, marks and pages lie over it by UTF-16 offsets.

/** A paragraph, heading, list item and so on. Blocks are in order; only one "\n" stands between two. */
export type Block = {
  kind: 'paragraph' | 'heading' | 'item' | 'quote' | 'row' | 'preformatted'
  start: number
  end: number
  level?: number
  ordered?: boolean
}
/** Words inside a block that are strong, emphasised or linked; addresses are absolute, http or https. */
export type Mark = { kind: 'strong' | 'emphasis' | 'link'; start: number; end: number; href?: string }
/** A page of a PDF. */
export type Page = { page: number; start: number; end: number }
export type Layout = { blocks: Block[]; marks: Mark[]; pages: Page[] }

/** The page on which a passage begins, or null where there are no pages. */
export function pageOf(layout: Layout | null, start: number): number | null {
  return layout?.pages.find((page) => page.end > start)?.page ?? null
}
