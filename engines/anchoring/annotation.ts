// An excerpt as a W3C Web Annotation (JSON-LD), and what such an annotation says of the passage it means.

import type { Anchor } from '#engines/anchoring/anchor.ts'

export const annotationType = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'

export type Annotated = {
  id: string
  anchor: Anchor
  quotedAt: Date
  article: { id: string; language: string; address: string | null }
  snapshot: { takenAt: Date; textSha256: string; text: string }
  restingOn: { id: string; ref: string }[]
}

/**
 * The annotation of an excerpt; `site` is where this tracker stands. Positions count code points, as the model wants
 * (4.2.4), in the archived text: its hash tells which text that is. Who quoted it is not said.
 */
export function annotationOf(site: string, excerpt: Annotated) {
  const { id, anchor, article, snapshot, restingOn } = excerpt
  const place = `${site}/articles/${article.id}#excerpt-${id}`
  const start = points(snapshot.text.slice(0, anchor.start))
  return {
    '@context': ['http://www.w3.org/ns/anno.jsonld', { schema: 'http://schema.org/' }],
    id: `${site}/excerpts/${id}/annotation.json`,
    type: 'Annotation',
    motivation: restingOn.length ? 'linking' : 'highlighting',
    created: excerpt.quotedAt.toISOString(),
    ...(restingOn.length
      ? { body: restingOn.map((update) => `${site}/commitments/${update.ref}#update-${update.id}`) }
      : {}),
    target: {
      type: 'SpecificResource',
      source: {
        id: article.address ?? `${site}/articles/${article.id}`,
        type: 'Text',
        language: article.language,
      },
      selector: [
        { type: 'TextQuoteSelector', exact: anchor.exact, prefix: anchor.prefix, suffix: anchor.suffix },
        { type: 'TextPositionSelector', start, end: start + points(anchor.exact) },
      ],
      state: {
        type: 'TimeState',
        sourceDate: snapshot.takenAt.toISOString(),
        cached: place,
        'schema:sha256': snapshot.textSha256,
      },
    },
  }
}

function points(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** What an annotation says of the passage it means; `position` is only a hint, for tools count characters differently. */
export type Meant = {
  source: string | null
  exact: string
  prefix: string
  suffix: string
  position: number | null
}

/** The first quotation that an annotation carries, wherever it puts it; null when it quotes nothing. */
export function meantBy(annotation: unknown): Meant | null {
  const one = firstOf(annotation)
  const targets = listed(one.target ?? one)
  for (const target of targets) {
    const selectors = listed(fields(target).selector).flatMap((each) => withRefinements(each))
    const quote = selectors.find((each) => each.type === 'TextQuoteSelector' && text(each.exact))
    if (!quote) continue
    const position = selectors.find((each) => each.type === 'TextPositionSelector')?.start
    const source = fields(target).source ?? one.uri
    return {
      source: text(source) || text(fields(source).id) || null,
      exact: text(quote.exact),
      prefix: text(quote.prefix),
      suffix: text(quote.suffix),
      position: typeof position === 'number' && Number.isInteger(position) && position >= 0 ? position : null,
    }
  }
  return null
}

type Fields = Record<string, unknown>

/** A single annotation, or the first of a page, a collection or an export of them. */
function firstOf(annotation: unknown): Fields {
  const whole = fields(Array.isArray(annotation) ? annotation[0] : annotation)
  for (const list of [whole.items, fields(whole.first).items, whole.annotations, whole.rows])
    if (Array.isArray(list)) return fields(list[0])
  return whole
}

/** A selector and, from the widest to the narrowest, what refines it: the last quotation is the one that is meant. */
function withRefinements(selector: unknown, depth = 0): Fields[] {
  const own = fields(selector)
  const inner = depth < 8 ? listed(own.refinedBy).flatMap((each) => withRefinements(each, depth + 1)) : []
  return [...inner, own]
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
}

function listed(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
