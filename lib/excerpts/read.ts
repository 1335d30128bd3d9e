// Articles with their excerpts: everybody sees the facts and the quotes, the whole text only those who may.

import { authorize, may } from '#lib/access.ts'
import { facts } from '#lib/articles/read.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { dayOf } from '#lib/dates.ts'
import { db } from '#lib/db.ts'
import { NotFound } from '#lib/errors.ts'
import { contextOf } from '#lib/excerpts/anchor.ts'
import type { Bearing, DatePrecision, Status } from '#lib/generated/prisma/enums.ts'
import { localised } from '#lib/languages.ts'

const published = {
  state: 'PUBLISHED' as const,
  withdrawal: null,
  supersededBy: { none: { state: 'PUBLISHED' as const } },
}
const resting = {
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

/** One article: its facts, its newest snapshot, its excerpts and what rests on each. `text` is null for who may not. */
export async function getArticle(viewer: Viewer, id: string) {
  authorize(viewer, 'article.read', 'any')
  const found = await db.article.findUnique({
    where: { id },
    select: {
      ...facts,
      evidence: { ...resting, where: { ...resting.where, excerptId: null } },
      snapshots: {
        orderBy: { takenAt: 'desc' },
        select: {
          id: true,
          takenAt: true,
          method: true,
          bytesSha256: true,
          textSha256: true,
          text: true,
          excerpts: { orderBy: { start: 'asc' }, select: quoted },
        },
      },
    },
  })
  if (!found) throw new NotFound('article')
  const { snapshots, evidence, publishedOn, ...rest } = found
  const isWhole = may(viewer, 'article.readWhole', found.access === 'OPEN' ? 'open' : 'restricted')
  return {
    ...rest,
    voice: rest.voiceParty ? localised(rest.voiceParty.name) : null,
    publishedOn: publishedOn && dayOf(publishedOn),
    isWhole,
    snapshots: snapshots.map(({ text, excerpts, ...snapshot }) => ({
      ...snapshot,
      text: isWhole ? text : null,
      excerpts: excerpts.map((excerpt) => shownExcerpt(excerpt, text)),
    })),
    citedBy: evidence.map(restingOn),
  }
}

const quoted = {
  id: true,
  exact: true,
  start: true,
  end: true,
  speaker: true,
  translation: true,
  party: { select: { code: true, name: true } },
  evidence: resting,
} as const

export type ArticleView = Awaited<ReturnType<typeof getArticle>>
export type SnapshotView = ArticleView['snapshots'][number]
export type ExcerptView = SnapshotView['excerpts'][number]
export type RestingView = ReturnType<typeof restingOn>

type ExcerptRow = {
  id: string
  exact: string
  start: number
  end: number
  speaker: string | null
  translation: unknown
  party: { code: string; name: unknown } | null
  evidence: Parameters<typeof restingOn>[0][]
}

function shownExcerpt({ party, translation, evidence, ...excerpt }: ExcerptRow, text: string) {
  return {
    ...excerpt,
    ...contextOf(text, excerpt.start, excerpt.end),
    party: party && { code: party.code, name: localised(party.name) },
    translation: localised(translation),
    restingOn: evidence.map(restingOn),
  }
}

function restingOn({
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
