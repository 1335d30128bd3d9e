// Archives articles, or records that one exists and may be cited.

import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import { canonicalText, extractorVersion } from '#lib/articles/extract.ts'
import type { ArticleInput, CitationInput, SnapshotInput } from '#lib/articles/input.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { dateOf } from '#lib/dates.ts'
import { db, once, type Tx } from '#lib/db.ts'
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
  const make = () =>
    db.$transaction(async (tx) => {
      const articleId = await record(tx, viewer, facts, options)
      return { articleId, snapshotId: await archive(tx, viewer, articleId, text, options.now) }
    })
  return once(() => before(viewer, facts.requestKey), make)
}

/** Records an article that is only cited: its text can be archived later. */
export async function citeArticle(
  viewer: Member,
  input: Facts,
  options: Options = {},
): Promise<{ articleId: string }> {
  authorize(viewer, 'article.capture', 'any')
  const make = () => db.$transaction(async (tx) => ({ articleId: await record(tx, viewer, input, options) }))
  return once(() => before(viewer, input.requestKey), make)
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

/** What the same form made when it was sent before. */
async function before(
  viewer: Member,
  requestKey: string | null,
): Promise<{ articleId: string; snapshotId: string } | null> {
  if (!requestKey) return null
  const found = await db.article.findFirst({
    where: { requestKey, createdById: viewer.id },
    select: { id: true, snapshots: { select: { id: true }, take: 1 } },
  })
  return found && { articleId: found.id, snapshotId: found.snapshots[0]?.id ?? '' }
}

async function record(
  tx: Tx,
  viewer: Member,
  input: Facts,
  { isDemo = false, now = new Date() }: Options,
): Promise<string> {
  const { published, requestKey, ...facts } = input
  if (facts.voicePartyId && !(await tx.party.count({ where: { id: facts.voicePartyId } })))
    throw new Invalid([{ field: 'voicePartyId', message: 'Choose a party from the list.' }])
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
