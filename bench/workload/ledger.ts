// The ledger of the workload: every act in the order of its instant, chained as the product chains it.

import { toEntry } from '#lib/commitments/record.ts'
import { dateOf } from '#lib/dates.ts'
import { chainStep, type Entry, genesis, type LedgerKind, type Subject } from '#lib/ledger/rules.ts'
import { updateSubject, withdrawalSubject } from '#lib/updates/ledger-entry.ts'
import type { Evidence } from './sources.ts'
import type { Commitment, Summit } from './summits.ts'
import type { People, Update } from './updates.ts'

type Act = { at: Date; kind: LedgerKind; subjectId: string; body: () => Subject }

function ofSummit(summit: Summit, people: People): Act {
  const { id, recordedAt, bound: _, ...said } = summit
  const body = () => ({ ...said, recordedBy: people.reviewer })
  return { at: recordedAt, kind: 'SUMMIT_RECORDED', subjectId: id, body }
}

function ofCommitment(commitment: Commitment, people: People): Act {
  const { id, recordedAt } = commitment
  const body = () => ({ ...toEntry(commitment), recordedBy: people.reviewer })
  return { at: recordedAt, kind: 'COMMITMENT_RECORDED', subjectId: id, body }
}

function ofUpdate(update: Update, evidence: Evidence[], people: People): Act[] {
  const { id, withdrawal } = update
  const body = () => subjectOf(update, evidence, people)
  const kind = update.supersedes ? 'UPDATE_CORRECTED' : 'UPDATE_PUBLISHED'
  const published: Act = { at: update.publishedAt, kind, subjectId: id, body }
  if (!withdrawal) return [published]
  const said = { reason: withdrawal.reason, withdrawnById: people.reviewer }
  return [
    published,
    { at: withdrawal.at, kind: 'UPDATE_WITHDRAWN', subjectId: id, body: () => withdrawalSubject(id, said) },
  ]
}

function subjectOf(update: Update, evidence: Evidence[], people: People): Subject {
  return updateSubject({
    id: update.id,
    status: update.status,
    occurredOn: dateOf(update.occurredOn),
    occurredPrecision: 'DAY',
    headline: update.headline,
    note: update.note,
    authorId: people.analyst,
    publishedById: people.reviewer,
    publishedAt: update.publishedAt,
    supersedesId: update.supersedes?.id ?? null,
    correctionReason: update.correctionReason,
    commitment: { ref: update.commitment.ref },
    party: update.party && { code: update.party.code },
    evidence: evidence.map(({ bearing, locator, article, excerpt }) => ({
      bearing,
      locator,
      articleId: article.id,
      excerpt: excerpt && {
        ...excerpt,
        party: excerpt.party && { code: excerpt.party.code },
        snapshot: article.snapshot,
      },
    })),
  })
}

export function actsOf(
  made: { summits: Summit[]; commitments: Commitment[]; updates: Update[]; evidence: Evidence[][] },
  people: People,
): Act[] {
  const acts = [
    ...made.summits.map((each) => ofSummit(each, people)),
    ...made.commitments.map((each) => ofCommitment(each, people)),
    ...made.updates.flatMap((each, at) => ofUpdate(each, made.evidence[at] ?? [], people)),
  ]
  return acts.sort((one, other) => one.at.getTime() - other.at.getTime())
}

/** Moves instants apart where two acts share one: the ledger's only grow. Acts must be in order. */
export function spread(acts: readonly { at: Date }[]): void {
  let last = genesis.at.getTime()
  for (const { at } of acts) {
    last = Math.max(at.getTime(), last + 1)
    at.setTime(last)
  }
}

/** The entries, one after another; `acts` in order and spread. */
export function* chain(acts: readonly Act[]): Generator<Entry> {
  let head = genesis
  for (const { at, kind, subjectId, body } of acts) {
    const entry = chainStep(head, at, kind, subjectId, body())
    yield entry
    head = entry
  }
}
