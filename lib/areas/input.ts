// What may be said of an area: the topic that commitments are counted by.

import { z } from 'zod'
import { id, localisedLine, version } from '#lib/forms/parse.ts'
import { parseForm } from '#lib/forms/sentences.ts'
import { slugOf } from '#lib/slugs.ts'

export const AreaInput = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and hyphens.')
    .max(80),
  name: localisedLine(120),
  position: z.coerce.number().int().min(0).max(999),
})
/** The form of a new area: its address follows from its name in English, and it comes last. */
export const AreaForm = z
  .object({ name: localisedLine(120), slug: z.string().default('') })
  .transform(({ name, slug }, context) => {
    const read = parseForm(AreaInput.shape.slug, slug.trim() || slugOf(name.en ?? ''))
    for (const { message } of read.error?.issues ?? [])
      context.addIssue({ code: 'custom', path: ['slug'], message })
    return read.success ? { name, slug: read.data, position: 999 } : z.NEVER
  })
export const AreaAmendment = z.object({ id, version, name: localisedLine(120) })
export const AreaPlace = z.object({ id, to: z.enum(['up', 'down']) })
