// The public JSON shape of a published update, field by field.

import { edtf } from '#lib/dates.ts'
import type { UpdateInFull } from '#lib/updates/read.ts'
import { publicSentence } from '#lib/updates/rules.ts'

export function presentUpdate(update: UpdateInFull) {
  const { commitment, party, status, day, precision, headline } = update
  return {
    id: update.id,
    commitment: commitment.ref,
    party: party?.code ?? null,
    status,
    occurred: edtf(day, precision),
    headline,
    note: update.note,
    sentence: publicSentence({
      ref: commitment.ref,
      party: party?.code ?? null,
      status,
      day,
      precision,
      headline,
    }),
    publishedAt: update.publishedAt?.toISOString() ?? null,
    supersedes: update.supersedes?.id ?? null,
    correctionReason: update.correctionReason,
    supersededBy: update.supersededBy[0]?.id ?? null,
    withdrawal: update.withdrawal && {
      at: update.withdrawal.withdrawnAt.toISOString(),
      reason: update.withdrawal.reason,
    },
    evidence: update.evidence.map(presentEvidence),
  }
}

function presentEvidence({ bearing, locator, article, excerpt }: UpdateInFull['evidence'][number]) {
  return {
    grade: excerpt ? 'verified quote' : 'citation only',
    bearing,
    locator,
    article: {
      id: article.id,
      title: article.title,
      publisher: article.publisher,
      address: article.address,
      language: article.language,
      voice: article.voiceParty?.code ?? null,
    },
    excerpt: excerpt && {
      id: excerpt.id,
      exact: excerpt.exact,
      start: excerpt.start,
      end: excerpt.end,
      speaker: excerpt.speaker,
      party: excerpt.party?.code ?? null,
      snapshot: excerpt.snapshot.id,
      textSha256: excerpt.snapshot.textSha256,
    },
  }
}
