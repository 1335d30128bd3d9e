// What the ledger says of a published update: made from its rows, so that a verifier can make it again and compare.

import type { Tx } from '#lib/database/client.ts'
import { dayOf, edtf } from '#lib/dates.ts'
import { sha256 } from '#lib/hash.ts'
import type { Subject } from '#lib/ledger/rules.ts'

const shown = {
  id: true,
  status: true,
  occurredOn: true,
  occurredPrecision: true,
  headline: true,
  note: true,
  authorId: true,
  publishedById: true,
  publishedAt: true,
  supersedesId: true,
  correctionReason: true,
  commitment: { select: { ref: true } },
  party: { select: { code: true } },
  evidence: {
    orderBy: { position: 'asc' },
    select: {
      bearing: true,
      locator: true,
      articleId: true,
      excerpt: {
        select: {
          id: true,
          exact: true,
          start: true,
          end: true,
          speaker: true,
          party: { select: { code: true } },
          snapshot: { select: { id: true, textSha256: true, bytesSha256: true } },
        },
      },
    },
  },
} as const

type Reader = Pick<Tx, 'statusUpdate'>

/** Published updates in the order of their ids after `after`, as the ledger needs them: all of them, whoever asks. */
export function unscopedUpdatesForLedger(reader: Reader, after: string, take: number) {
  return reader.statusUpdate.findMany({
    where: { id: { gt: after } },
    orderBy: { id: 'asc' },
    take,
    select: { ...shown, withdrawal: { select: { reason: true, withdrawnById: true } } },
  })
}

/** One of them, within the verb that publishes it. */
export function unscopedUpdateForLedger(reader: Reader, id: string) {
  return reader.statusUpdate.findUniqueOrThrow({ where: { id }, select: shown })
}

type Row = Awaited<ReturnType<typeof unscopedUpdateForLedger>>

/** The subject of an UPDATE_PUBLISHED or UPDATE_CORRECTED entry. Quotes enter by their hash: the ledger is public. */
export function updateSubject(update: Row): Subject {
  return {
    id: update.id,
    commitment: update.commitment.ref,
    party: update.party?.code ?? null,
    status: update.status,
    occurred: edtf(dayOf(update.occurredOn), update.occurredPrecision),
    headline: update.headline,
    note: update.note,
    author: update.authorId,
    publisher: update.publishedById,
    supersedes: update.supersedesId,
    correctionReason: update.correctionReason,
    evidence: update.evidence.map(({ bearing, locator, articleId, excerpt }) => ({
      bearing,
      locator,
      article: articleId,
      excerpt: excerpt && {
        id: excerpt.id,
        exactSha256: sha256(excerpt.exact),
        start: excerpt.start,
        end: excerpt.end,
        speaker: excerpt.speaker,
        party: excerpt.party?.code ?? null,
        snapshot: excerpt.snapshot.id,
        textSha256: excerpt.snapshot.textSha256,
        bytesSha256: excerpt.snapshot.bytesSha256,
      },
    })),
  }
}

/** The subject of an UPDATE_WITHDRAWN entry. */
export function withdrawalSubject(
  updateId: string,
  withdrawal: { reason: string; withdrawnById: string },
): Subject {
  return { id: updateId, reason: withdrawal.reason, withdrawnBy: withdrawal.withdrawnById }
}
