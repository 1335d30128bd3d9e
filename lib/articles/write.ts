// Archives articles as immutable snapshots, or records that one exists and may be cited.

import type { z } from 'zod'
import type { Layout } from '#engines/extraction/layout.ts'
import { canonicalText, pasteVersion } from '#engines/extraction/paste.ts'
import { authorize } from '#lib/access.ts'
import type { ArticleInput, CitationInput } from '#lib/articles/input.ts'
import { unscopedStoreOriginal } from '#lib/articles/originals.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, once, type Tx } from '#lib/database/client.ts'
import { dateOf } from '#lib/dates.ts'
import { invalid } from '#lib/errors.ts'
import { requestKeyOf } from '#lib/forms/request-key.ts'
import type { CaptureMethod } from '#lib/generated/prisma/enums.ts'
import { sha256 } from '#lib/hash.ts'

type Facts = z.output<typeof CitationInput>
type Options = { isDemo?: boolean; now?: Date }

/** A text to archive, and how it came: the hash of its bytes, kept before, and the answer that brought them. */
export type CaptureBytes = {
  method: CaptureMethod
  bytesSha256: string
  text: string
  layout: Layout | null
  extractorVersion: string
  contentType?: string | null
  charset?: string | null
  finalAddress?: string | null
  hops?: { address: string; status: number }[]
  headers?: Record<string, string>
}

/** Records an article and archives its pasted text as the first snapshot. The same words sent twice by one form are one article. */
export async function captureArticle(
  viewer: Member,
  input: z.output<typeof ArticleInput>,
  options: Options = {},
): Promise<{ articleId: string; snapshotId: string }> {
  authorize(viewer, 'article.capture', 'any')
  const { text, ...sent } = input
  const facts = { ...sent, requestKey: requestKeyOf(viewer, sent.requestKey, [sent, sha256(text)]) }
  const make = () =>
    db.$transaction(async (tx) => {
      const articleId = await recordArticle(viewer, tx, facts, options)
      const taken = await pasted(tx, text)
      return { articleId, snapshotId: await archiveText(viewer, tx, articleId, taken, options.now) }
    })
  return once(() => before(facts.requestKey), make)
}

/** Records an article that is only cited: its text can be archived later. */
export async function recordCitation(
  viewer: Member,
  sent: Facts,
  options: Options = {},
): Promise<{ articleId: string }> {
  authorize(viewer, 'article.capture', 'any')
  const facts = { ...sent, requestKey: requestKeyOf(viewer, sent.requestKey, sent) }
  const make = () =>
    db.$transaction(async (tx) => ({ articleId: await recordArticle(viewer, tx, facts, options) }))
  const { articleId } = await once(() => before(facts.requestKey), make)
  return { articleId }
}

/** What the same form made when it was sent before. */
async function before(requestKey: string | null): Promise<{ articleId: string; snapshotId: string } | null> {
  if (!requestKey) return null
  const found = await db.article.findUnique({
    where: { requestKey },
    select: { id: true, snapshots: { select: { id: true }, take: 1 } },
  })
  return found && { articleId: found.id, snapshotId: found.snapshots[0]?.id ?? '' }
}

/** Records an article in a transaction under way, and returns its id. */
export async function recordArticle(
  viewer: Member,
  tx: Tx,
  input: Facts,
  { isDemo = false, now = new Date() }: Options,
): Promise<string> {
  authorize(viewer, 'article.capture', 'any')
  const { published, requestKey, ...facts } = input
  if (facts.voicePartyId && !(await tx.party.count({ where: { id: facts.voicePartyId } })))
    throw invalid('voicePartyId', 'Choose a party from the list.')
  if (facts.address) await refuseKnown(tx, facts.address)
  const { id } = await tx.article.create({
    data: {
      ...facts,
      publishedOn: published ? dateOf(published.day) : null,
      publishedPrecision: published?.precision ?? 'DAY',
      requestKey,
      isDemo,
      createdById: viewer.id,
      createdAt: now,
    },
    select: { id: true },
  })
  return id
}

async function refuseKnown(tx: Tx, address: string): Promise<void> {
  const known = await tx.article.findFirst({ where: { address }, select: { id: true, title: true } })
  if (!known) return
  const message = `This address is recorded already, as “${known.title}”: open /desk/articles/${known.id} and archive a new snapshot there.`
  throw invalid('address', message)
}

/**
 * Archives a text in a transaction under way, and returns the snapshot's id. The same bytes read as the same text
 * as the newest are the snapshot that is there; a page that went back to earlier words is archived again.
 */
export async function archiveText(
  viewer: Member,
  tx: Tx,
  articleId: string,
  { layout, hops, headers, ...taken }: CaptureBytes,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'article.capture', 'any')
  const textSha256 = sha256(taken.text)
  const known = await tx.snapshot.findFirst({
    where: { articleId },
    orderBy: { takenAt: 'desc' },
    select: { id: true, textSha256: true, bytesSha256: true },
  })
  if (known?.textSha256 === textSha256 && known.bytesSha256 === taken.bytesSha256) return known.id
  const { id } = await tx.snapshot.create({
    data: {
      ...taken,
      ...(layout ? { layout } : {}),
      ...(hops ? { hops } : {}),
      ...(headers ? { headers } : {}),
      textSha256,
      articleId,
      takenById: viewer.id,
      takenAt: now,
    },
    select: { id: true },
  })
  return id
}

async function pasted(tx: Tx, words: string): Promise<CaptureBytes> {
  const bytesSha256 = await unscopedStoreOriginal(tx, new TextEncoder().encode(words))
  return {
    method: 'PASTED',
    bytesSha256,
    text: canonicalText(words),
    layout: null,
    extractorVersion: pasteVersion,
  }
}
