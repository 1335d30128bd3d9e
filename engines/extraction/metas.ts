// The meta elements (Open Graph and others) and links in the head of a page.

import { type Element, elementsOf } from '#engines/extraction/tree.ts'

export type Metas = {
  get: (...names: string[]) => string | null
  all: (...names: string[]) => string[]
  /** What the elements say whose names have this shape. */
  matching: (shape: RegExp) => string[]
  canonical: string | null
  base: string | null
}

export function metasOf(root: Element, address: string | null): Metas {
  const found = new Map<string, string[]>()
  let canonical: string | null = null
  let base = address
  for (const { tag, attributes } of elementsOf(root)) {
    if (tag === 'meta') {
      const name = (attributes.property ?? attributes.name ?? attributes['http-equiv'] ?? '')
        .trim()
        .toLowerCase()
      const content = attributes.content?.trim()
      if (name && content && (found.get(name)?.push(content) ?? 0) === 0) found.set(name, [content])
    }
    if (tag === 'link' && /\bcanonical\b/i.test(attributes.rel ?? '')) canonical ??= attributes.href ?? null
    if (tag === 'base' && attributes.href)
      base = URL.parse(attributes.href, address ?? undefined)?.href ?? base
  }
  const all = (...names: string[]) => names.flatMap((name) => found.get(name) ?? [])
  const matching = (shape: RegExp) => [...found].flatMap(([name, said]) => (shape.test(name) ? said : []))
  return { matching, get: (...names) => all(...names)[0] ?? null, all, canonical, base }
}
