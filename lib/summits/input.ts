// What may be said of a summit.

import { z } from 'zod'
import { day, id, localisedLine, optionalLine, version } from '#lib/forms/parse.ts'
import { parseForm } from '#lib/forms/sentences.ts'
import { PartyInput } from '#lib/parties/input.ts'

const facts = {
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and hyphens.')
    .max(80),
  name: localisedLine(160),
  place: localisedLine(200),
  startsOn: day,
  endsOn: day,
  parties: z
    .array(z.object({ code: z.string().max(8), leader: localisedLine(120).optional() }))
    .min(1, 'Name the parties that met.')
    .max(50)
    .superRefine((parties, context) => {
      const codes = parties.map(({ code }) => code)
      for (const [at, code] of codes.entries())
        if (codes.indexOf(code) < at)
          context.addIssue({ code: 'custom', path: [at, 'code'], message: `${code} stands in a row above.` })
    }),
}

export const SummitInput = z.object(facts).refine((summit) => summit.startsOn <= summit.endsOn, {
  path: ['endsOn'],
  message: 'It cannot end before it starts.',
})
export const SummitAmendment = z
  .object({ ...facts, id, version })
  .refine((summit) => summit.startsOn <= summit.endsOn, {
    path: ['endsOn'],
    message: 'It cannot end before it starts.',
  })

const row = z.object({
  code: z.string().transform((code) => code.trim().toUpperCase()),
  name: z.object({ en: optionalLine(120), zh: optionalLine(120) }).nullish(),
  leader: z.object({ en: optionalLine(120), zh: optionalLine(120) }).nullish(),
})
const said = (text: { en: string | null; zh: string | null } | null | undefined) =>
  text?.en || text?.zh ? text : null

/**
 * The form of a summit: rows of parties, of which the empty ones are not there. A row with a name makes the party
 * known under it, unless its code is known already.
 */
export const SummitForm = z
  .object({ parties: z.array(row, 'Name the parties that met.').default([]) })
  .loose()
  .transform((form, context) => {
    const rows = form.parties.filter(({ code }) => code !== '')
    const parties = rows.map(({ code, leader }) => ({ code, ...(said(leader) ? { leader } : {}) }))
    const summit = parseForm(SummitInput, { ...form, parties })
    const named = parseForm(
      z.array(PartyInput),
      rows.flatMap(({ code, name }) => (said(name) ? [{ code, name }] : [])),
    )
    for (const { path, message } of [summit, named].flatMap((each) => each.error?.issues ?? []))
      context.addIssue({ code: 'custom', path, message })
    return summit.success && named.success ? { summit: summit.data, named: named.data } : z.NEVER
  })
