// Citations of a passage or a document (backlinks): the published updates that name it as evidence.

import { may } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Prisma } from '#lib/database/client.ts'
import { always, type Clocks, dateOf, dayOf, upTo } from '#lib/dates.ts'
import type { Bearing, DatePrecision, Status } from '#lib/generated/prisma/enums.ts'
import { localised } from '#lib/languages.ts'

/** Updates that count at the two clocks: the twin of live_updates() for relations. */
export function updatesPublishedBy(clocks: Clocks): Prisma.StatusUpdateWhereInput {
  const known = upTo(clocks)
  return {
    publishedAt: { lte: known },
    occurredOn: { lte: dateOf(clocks.on) },
    OR: [{ withdrawal: null }, { withdrawal: { withdrawnAt: { gt: known } } }],
    supersededBy: { none: { publishedAt: { lte: known } } },
  }
}

/**
 * Quotes of what is being worked on are not public: a visitor sees those that something published by then rests or
 * rested on, and those in which something was promised (by default, those that commitments name now).
 */
export function excerptsSeenBy(
  viewer: Viewer,
  known = always,
  promised: Prisma.ExcerptWhereInput = { promisedIn: { some: {} } },
): Prisma.ExcerptWhereInput {
  if (may(viewer, 'excerpt.read', 'unpublished')) return {}
  const update = { publishedAt: { lte: known } }
  return { OR: [{ evidence: { some: { update } } }, promised] }
}

const shown = {
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
} as const

/** The evidence of those updates, in the order of what happened. */
export function evidencePublishedBy(clocks: Clocks) {
  const orderBy = [{ update: { occurredOn: 'asc' as const } }, { id: 'asc' as const }]
  return { where: { update: updatesPublishedBy(clocks) }, orderBy, select: shown }
}

export function citedByUpdates({
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
