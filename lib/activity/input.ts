// Filters of the activity list (the audit log): a person, a kind, days from and to.

import { z } from 'zod'
import { activityKinds } from '#lib/activity/rules.ts'
import { isDay } from '#lib/dates.ts'

const day = z
  .string()
  .trim()
  .refine((text) => text === '' || isDay(text), 'Write a day like 2026-11-30.')
  .transform((text) => text || null)
  .nullish()
  .transform((text) => text ?? null)

export const ActivityFilter = z.object({
  person: z
    .string()
    .regex(/^[\w-]{0,64}$/, 'Choose a person from the list.')
    .nullish()
    .transform((text) => text || null),
  kind: z
    .string()
    .refine((text) => text === '' || Object.hasOwn(activityKinds, text), 'Choose a kind from the list.')
    .nullish()
    .transform((text) => text || null),
  from: day,
  to: day,
})

export type ActivityFilter = z.output<typeof ActivityFilter>
