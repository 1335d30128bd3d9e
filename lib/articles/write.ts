// Archives articles, or records that one exists and may be cited.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import { canonicalText, extractorVersion } from '#lib/articles/extract.ts'
import type { ArticleInput, CitationInput, SnapshotInput } from '#lib/articles/input.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { dateOf } from '#lib/dates.ts'
import { db, type Tx } from '#lib/db.ts'
import { Invalid, NotFound } from '#lib/errors.ts'
import { sha256 } from '#lib/ledger/rules.ts'

type Facts = z.output<typeof CitationInput>
type Options = { isDemo?: boolean; now?: Date }

/** Records an article and archives its pasted text as the first snapshot. The same form sent twice is one article. */
export async function captureArticle(
  viewer: Member,
  input: z.output<typeof ArticleInput>,
  options: Options = {},
): Promise<{ articleId: string; snapshotId: string }> {
  authorize(viewer, 'article.capture', 'any')
  const { text, ...facts } = input
  return db.$transaction(async (tx) => {
    const made = await record(tx, viewer, facts, options)
    const known = await tx.snapshot.findFirst({ where: { articleId: made.id }, select: { id: true } })
    const snapshotId = known?.id ?? (await archive(tx, viewer, made.id, text, options.now))
    return { articleId: made.id, snapshotId }
  })
}

/** Records an article that is only cited: its text can be archived later. */
export async function citeArticle(
  viewer: Member,
  input: Facts,
  options: Options = {},
): Promise<{ articleId: string }> {
  authorize(viewer, 'article.capture', 'any')
  return db.$transaction(async (tx) => ({ articleId: (await record(tx, viewer, input, options)).id }))
}

/** Archives a (newer) text of an article as a further snapshot; the same text again is the same snapshot. */
export async function archiveSnapshot(
  viewer: Member,
  input: z.output<typeof SnapshotInput>,
  now = new Date(),
): Promise<{ articleId: string; snapshotId: string }> {
  authorize(viewer, 'article.capture', 'any')
  return db.$transaction(async (tx) => {
    const { articleId, text } = input
    if (!(await tx.article.count({ where: { id: articleId } }))) throw new NotFound('article')
    const textSha256 = sha256(canonicalText(text))
    const known = await tx.snapshot.findFirst({ where: { articleId, textSha256 }, select: { id: true } })
    return { articleId, snapshotId: known?.id ?? (await archive(tx, viewer, articleId, text, now)) }
  })
}

async function record(tx: Tx, viewer: Member, input: Facts, { isDemo = false, now = new Date() }: Options) {
  const { published, requestKey, ...facts } = input
  const before = requestKey
    ? await tx.article.findFirst({ where: { requestKey, createdById: viewer.id }, select: { id: true } })
    : null
  if (before) return before
  if (facts.voicePartyId && !(await tx.party.count({ where: { id: facts.voicePartyId } })))
    throw new Invalid([{ field: 'voicePartyId', message: 'Choose a party from the list.' }])
  if (facts.address) await refuseKnown(tx, facts.address)
  return tx.article.create({
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
}

async function refuseKnown(tx: Tx, address: string): Promise<void> {
  const known = await tx.article.findFirst({ where: { address }, select: { id: true, title: true } })
  if (!known) return
  const message = `This address is recorded already, as “${known.title}”: open /desk/articles/${known.id} and archive a new snapshot there.`
  throw new Invalid([{ field: 'address', message }])
}

async function archive(
  tx: Tx,
  viewer: Member,
  articleId: string,
  pasted: string,
  now = new Date(),
): Promise<string> {
  const bytes = new TextEncoder().encode(pasted)
  const text = canonicalText(pasted)
  const { id } = await tx.snapshot.create({
    data: {
      articleId,
      method: 'PASTED',
      bytes,
      bytesSha256: sha256(bytes),
      text,
      textSha256: sha256(text),
      extractorVersion,
      takenById: viewer.id,
      takenAt: now,
    },
    select: { id: true },
  })
  return id
}
