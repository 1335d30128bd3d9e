// Articles with their excerpts: everybody sees the facts and the published quotes, the whole text only those who may.

import { z } from 'zod'
import { contextOf } from '#engines/anchoring/anchor.ts'
import type { Annotated } from '#engines/anchoring/annotation.ts'
import { linkerTo } from '#engines/anchoring/fragment.ts'
import { type Layout, pageOf } from '#engines/extraction/layout.ts'
import { authorize, may } from '#lib/access.ts'
import { articleFacts } from '#lib/articles/read.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db, Prisma } from '#lib/database/client.ts'
import { queryRows } from '#lib/database/rows.ts'
import { type Clocks, clocksNow, dayOf, upTo } from '#lib/dates.ts'
import { NotFound } from '#lib/errors.ts'
import {
  citedByUpdates,
  evidencePublishedBy,
  excerptsSeenBy,
  updatesPublishedBy,
} from '#lib/excerpts/cited-by.ts'
import { listPromisedIn } from '#lib/excerpts/promises.ts'
import { DraftState } from '#lib/generated/prisma/enums.ts'
import { type Localised, LocalisedText, localised } from '#lib/languages.ts'
import { partiesAt } from '#lib/ledger/as-of.ts'

/**
 * One article at the two clocks: its facts, its snapshots, its excerpts and what rests on each. `text` is null for who
 * may not read it, which is asked of today: whether a text may be shown is no question of the past.
 */
export async function getArticle(viewer: Viewer, id: string, clocks: Clocks = clocksNow(new Date())) {
  authorize(viewer, 'article.read', 'any')
  const by = { lte: upTo(clocks) }
  const ids = await db.excerpt.findMany({ where: { snapshot: { articleId: id } }, select: { id: true } })
  const promises = await listPromisedIn(
    viewer,
    clocks,
    ids.map((each) => each.id),
  )
  const called = await namesAt(clocks)
  const resting = evidencePublishedBy(clocks)
  const seen = excerptsSeenBy(viewer, by.lte, { id: { in: [...promises.keys()] } })
  const found = await db.article.findUnique({
    where: { id, createdAt: by },
    select: {
      ...articleFacts,
      evidence: { ...resting, where: { ...resting.where, excerptId: null } },
      snapshots: {
        where: { takenAt: by },
        orderBy: { takenAt: 'desc' },
        select: {
          id: true,
          takenAt: true,
          method: true,
          finalAddress: true,
          hops: true,
          headers: true,
          extractorVersion: true,
          bytesSha256: true,
          textSha256: true,
          text: true,
          layout: true,
          excerpts: {
            where: { quotedAt: by, AND: seen },
            orderBy: [{ start: 'asc' }, { end: 'desc' }],
            select: { ...quoted, evidence: resting },
          },
        },
      },
    },
  })
  if (!found) throw new NotFound('article')
  const { snapshots, evidence, publishedOn, ...rest } = found
  const isWhole = may(viewer, 'article.readWhole', found.access === 'OPEN' ? 'open' : 'restricted')
  return {
    ...rest,
    voiceParty: rest.voiceParty && called(rest.voiceParty),
    voice: rest.voiceParty ? called(rest.voiceParty).name : null,
    publishedOn: publishedOn && dayOf(publishedOn),
    isWhole,
    snapshots: snapshots.map(({ text, layout: stored, excerpts, ...snapshot }) => {
      // Written by the reader of this product alone, and drawn as text whatever it holds.
      const layout = stored as Layout | null
      const live = rest.address ? linkerTo(rest.address, text, rest.language) : null
      return {
        ...snapshot,
        text: isWhole ? text : null,
        layout: isWhole ? layout : null,
        excerpts: excerpts.map((excerpt) => ({
          ...shownExcerpt(excerpt, text, called),
          promises: promises.get(excerpt.id) ?? [],
          page: pageOf(layout, excerpt.start),
          live: live?.(excerpt.start, excerpt.end) ?? null,
        })),
      }
    }),
    citedBy: evidence.map(citedByUpdates),
  }
}

const quoted = {
  id: true,
  exact: true,
  start: true,
  end: true,
  speaker: true,
  translation: true,
  party: { select: { id: true, code: true, name: true } },
} as const

export type ArticleView = Awaited<ReturnType<typeof getArticle>>
export type SnapshotView = ArticleView['snapshots'][number]
export type ExcerptView = SnapshotView['excerpts'][number]

type ExcerptRow = {
  id: string
  exact: string
  start: number
  end: number
  speaker: string | null
  translation: unknown
  party: (Party & { code: string }) | null
  evidence: Parameters<typeof citedByUpdates>[0][]
}

const Party = z.object({ id: z.string(), name: LocalisedText })
type Party = { id: string; name: unknown }
type Called = (party: Party) => { name: Localised }

/** What parties were called at the clocks. */
async function namesAt(clocks: Clocks): Promise<Called> {
  const then = clocks.isNow ? [] : await queryRows(Party)`SELECT id, name FROM ${partiesAt(clocks)} p`
  const names = new Map(then.map(({ id, name }) => [id, name]))
  return ({ id, name }) => ({ name: localised(names.get(id) ?? name) })
}

function shownExcerpt(
  { party, translation, evidence, ...excerpt }: ExcerptRow,
  text: string,
  called: Called,
) {
  return {
    ...excerpt,
    ...contextOf(text, excerpt.start, excerpt.end),
    party: party && { code: party.code, ...called(party) },
    translation: localised(translation),
    restingOn: evidence.map(citedByUpdates),
  }
}

/** One excerpt with all that its annotation says: where it is from, where it stands and what rests on it. */
export async function getAnnotated(viewer: Viewer, id: string): Promise<Annotated> {
  authorize(viewer, 'article.read', 'any')
  const found = await db.excerpt.findFirst({
    where: { id, AND: excerptsSeenBy(viewer) },
    select: {
      ...{ id: true, exact: true, prefix: true, suffix: true, start: true, end: true, quotedAt: true },
      evidence: {
        where: { update: updatesPublishedBy(clocksNow(new Date())) },
        select: { update: { select: linked } },
      },
      snapshot: {
        select: {
          ...{ takenAt: true, textSha256: true, text: true },
          article: { select: { id: true, address: true, language: true } },
        },
      },
    },
  })
  if (!found) throw new NotFound('excerpt')
  const { evidence, quotedAt, snapshot, ...anchor } = found
  const { article, ...taken } = snapshot
  const restingOn = evidence.map(({ update }) => ({ id: update.id, ref: update.commitment.ref }))
  return { id, anchor, quotedAt, article, snapshot: taken, restingOn }
}

const linked = { id: true, commitment: { select: { ref: true } } } as const

const DraftRow = z.object({
  excerptId: z.string(),
  id: z.string(),
  state: z.enum(DraftState),
  ref: z.string(),
  en: z.string().nullable(),
  zh: z.string().nullable(),
})

/** The drafts that rest on the excerpts of an article, by excerpt: those that this viewer may see. */
export async function listDraftsOn(viewer: Viewer, articleId: string) {
  if (viewer.kind !== 'member') return new Map<string, DraftOn[]>()
  const isSeen = may(viewer, 'draft.read', 'draft, other')
    ? Prisma.sql`true`
    : Prisma.sql`(d.state = 'SUBMITTED' OR d."authorId" = ${viewer.id})`
  const rows = await queryRows(DraftRow)`
    SELECT x.id "excerptId", d.id, d.state, coalesce(c.ref, '') ref, d.body ->> 'headline.en' en, d.body ->> 'headline.zh' zh
    FROM "Draft" d
    CROSS JOIN LATERAL jsonb_each_text(CASE jsonb_typeof(d.body) WHEN 'object' THEN d.body ELSE '{}' END) typed
    JOIN "Excerpt" x ON typed.value = 'excerpt:' || x.id JOIN "Snapshot" s ON s.id = x."snapshotId"
    LEFT JOIN "Commitment" c ON c.id = d.body ->> 'commitmentId'
    WHERE s."articleId" = ${articleId} AND d.kind = 'UPDATE' AND d.state <> 'PUBLISHED' AND ${isSeen}
    ORDER BY d."savedAt"`
  const drafts = rows.map(
    ({ en, zh, ...draft }): DraftOn => ({ ...draft, headline: zh && !en ? { zh } : { en: en || '…' } }),
  )
  return Map.groupBy(drafts, ({ excerptId }) => excerptId)
}

type DraftOn = Omit<z.output<typeof DraftRow>, 'en' | 'zh'> & { headline: Localised }
export type DraftView = NonNullable<ReturnType<Awaited<ReturnType<typeof listDraftsOn>>['get']>>[number]
