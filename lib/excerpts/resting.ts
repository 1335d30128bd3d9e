// What rests on a passage or a document: the published updates that name it as evidence, and how they are shown.

import { dayOf } from '#lib/dates.ts'
import type { Bearing, DatePrecision, Status } from '#lib/generated/prisma/enums.ts'
import { localised } from '#lib/languages.ts'

export const published = {
  state: 'PUBLISHED' as const,
  withdrawal: null,
  supersededBy: { none: { state: 'PUBLISHED' as const } },
}
export const resting = {
  where: { update: published },
  select: {
    bearing: true,
    locator: true,
    update: {
      select: {
        id: true,
        headline: true,
        status: true,
        occurredOn: true,
        occurredPrecision: true,
        commitment: { select: { ref: true } },
      },
    },
  },
} as const

export function restingOn({
  bearing,
  locator,
  update,
}: {
  bearing: Bearing
  locator: string | null
  update: {
    id: string
    headline: unknown
    status: Status
    occurredOn: Date
    occurredPrecision: DatePrecision
    commitment: { ref: string }
  }
}) {
  const { commitment, headline, occurredOn, ...rest } = update
  return {
    ...rest,
    bearing,
    locator,
    ref: commitment.ref,
    headline: localised(headline),
    occurredOn: dayOf(occurredOn),
  }
}
