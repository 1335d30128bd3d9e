// Quotes passages (text-quote selectors). The words always come from the archive, never from who sends them.

import type { z } from 'zod'
import { anchorAt, isWhole, locate } from '#engines/anchoring/anchor.ts'
import { nearest, type Relocation, relocate } from '#engines/anchoring/relocate.ts'
import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, once } from '#lib/database/client.ts'
import { type Invalid, invalid, NotFound } from '#lib/errors.ts'
import { type AnnotationInput, type ExcerptInput, readAnnotation } from '#lib/excerpts/input.ts'
import { requestKeyOf } from '#lib/forms/request-key.ts'

/**
 * Makes an excerpt of a snapshot and returns its id and its article's. The exact words must stand at `start`, or, without it, in one
 * place only; otherwise the refusal names the nearest passage. The same quote sent twice by one form is one excerpt.
 */
export async function quoteExcerpt(
  viewer: Member,
  input: z.output<typeof ExcerptInput>,
  now = new Date(),
): Promise<{ excerptId: string; articleId: string }> {
  authorize(viewer, 'excerpt.quote', 'any')
  const { snapshotId, speaker, partyId, translation } = input
  const snapshot = await db.snapshot.findUnique({
    where: { id: snapshotId },
    select: { text: true, articleId: true },
  })
  if (!snapshot) throw new NotFound('snapshot')
  if (partyId && !(await db.party.count({ where: { id: partyId } })))
    throw invalid('partyId', 'Choose a party from the list.')
  const start = placeOf(snapshot.text, input.exact, input.start)
  const said = [snapshotId, start, input.exact, speaker, partyId, translation]
  const requestKey = requestKeyOf(viewer, input.requestKey, said)
  const data = {
    ...anchorAt(snapshot.text, start, start + input.exact.length),
    snapshotId,
    requestKey,
    speaker,
    partyId,
    ...(Object.keys(translation).length ? { translation } : {}),
    quotedById: viewer.id,
    quotedAt: now,
  }
  const find = async () =>
    requestKey ? db.excerpt.findUnique({ where: { requestKey }, select: { id: true } }) : null
  const { id } = await once(find, () => db.excerpt.create({ data, select: { id: true } }))
  return { excerptId: id, articleId: snapshot.articleId }
}

/**
 * Quotes what an annotation from elsewhere means. Its words must stand in the snapshot, in one place that its context
 * tells from others; what only resembles them is proposed, and nothing is quoted until a person confirms it.
 */
export async function importExcerpt(
  viewer: Member,
  input: Omit<z.output<typeof AnnotationInput>, 'file'>,
  now = new Date(),
): Promise<
  { articleId: string; excerptId: string } | { articleId: string; proposed: Relocation; meant: string }
> {
  authorize(viewer, 'excerpt.quote', 'any')
  const { snapshotId, requestKey } = input
  const meant = readAnnotation(input.annotation)
  const snapshot = await db.snapshot.findUnique({
    where: { id: snapshotId },
    select: { text: true, articleId: true },
  })
  if (!snapshot) throw new NotFound('snapshot')
  const place =
    relocate(snapshot.text, { ...meant, start: meant.position ?? 0 }) ?? anyPlace(snapshot.text, meant.exact)
  if (!place) throw invalid('annotation', 'What it quotes is not in the archived text, nor anything like it.')
  const isVerbatim = place.how === 'same' || place.how === 'moved'
  if (!isVerbatim || place.rivals > 0 || place.score < surePlace)
    return { articleId: snapshot.articleId, proposed: place, meant: meant.exact }
  const quote = { snapshotId, requestKey, exact: meant.exact, start: place.start }
  return quoteExcerpt(viewer, { ...quote, speaker: null, partyId: null, translation: {} }, now)
}

const surePlace = 0.8

/** Short words in other surroundings: they stand there, but nothing says that they are meant. */
function anyPlace(text: string, exact: string): Relocation | null {
  const [start, ...others] = locate(text, exact)
  if (start === undefined) return null
  return { start, end: start + exact.length, score: 0, how: 'moved', rivals: others.length }
}

function placeOf(text: string, exact: string, wanted: number | null): number {
  const places = locate(text, exact)
  const [only] = places
  if (only === undefined) throw mismatch(text, exact)
  const start = wanted !== null && text.startsWith(exact, wanted) ? wanted : only
  if (!isWhole(text, start, start + exact.length))
    throw fault('These words begin or end in the middle of a character: quote the whole of it.')
  if (start === wanted || places.length === 1) return start
  throw fault(
    `These words stand in ${places.length} places: quote a few more, so that it is clear which is meant.`,
  )
}

function mismatch(text: string, exact: string): Invalid {
  const near = nearest(text, exact)
  if (!near) return fault('These words are not in the archived text, nor anything like them.')
  return fault(
    `These words are not in the archived text. The nearest passage is: ${text.slice(near.start, near.end)}`,
  )
}

function fault(message: string): Invalid {
  return invalid('exact', message)
}
