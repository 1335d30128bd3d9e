// Schemas (zod) of the JSON columns of a capture: the HTTP response, and what was read in its bytes.

import { z } from 'zod'

const span = { start: z.number().int().min(0), end: z.number().int().min(0) }
const LayoutKept = z.object({
  blocks: z.array(
    z.object({
      kind: z.enum(['paragraph', 'heading', 'item', 'quote', 'row', 'preformatted']),
      ...span,
      level: z.number().exactOptional(),
      ordered: z.boolean().exactOptional(),
    }),
  ),
  marks: z.array(
    z.object({ kind: z.enum(['strong', 'emphasis', 'link']), ...span, href: z.string().exactOptional() }),
  ),
  pages: z.array(z.object({ page: z.number().int(), ...span })),
})

export const StoredAnswer = z.object({
  finalAddress: z.string().nullable().default(null),
  hops: z.array(z.object({ address: z.string(), status: z.number() })).default([]),
  headers: z.record(z.string(), z.string()).default({}),
  /** When a live check took these bytes, which a person archives later. */
  lookedAt: z.coerce.date().nullable().default(null),
})

const word = z.string().nullable()
export const StoredReading = z.object({
  extractorVersion: z.string(),
  title: word,
  byline: word,
  publisher: word,
  publishedOn: word,
  language: word,
  kind: z.enum(['OFFICIAL_READOUT', 'NEWS', 'ANALYSIS', 'LEGAL_TEXT', 'DATA']).nullable(),
  canonicalAddress: word,
  origins: z.record(z.string(), z.string()),
  charset: word,
  text: z.string(),
  layout: LayoutKept,
  notes: z.array(z.string()),
})
