// The workload as rows of the tables, in an order in which every row finds what it refers to.

import type { Workload } from './workload.ts'

export type Cell = string | number | boolean | Date | Buffer | object | null
export type Row = Record<string, Cell>
export type Table = { name: string; rows: Iterable<Row> }

export function* tables(made: Workload): Generator<Table> {
  yield { name: 'User', rows: users(made) }
  yield { name: 'Party', rows: made.parties }
  yield { name: 'Area', rows: made.areas }
  yield { name: 'Summit', rows: summits(made) }
  yield { name: 'SummitParty', rows: attending(made) }
  yield { name: 'Article', rows: articles(made) }
  yield { name: 'Original', rows: originals(made) }
  yield { name: 'Snapshot', rows: snapshots(made) }
  yield { name: 'Excerpt', rows: excerpts(made) }
  yield { name: 'Commitment', rows: commitments(made) }
  yield { name: 'CommitmentParty', rows: bound(made) }
  yield { name: 'Criterion', rows: criteria(made) }
  yield { name: 'StatusUpdate', rows: updates(made) }
  yield { name: 'Withdrawal', rows: withdrawals(made) }
  yield { name: 'Evidence', rows: evidence(made) }
  yield { name: 'LedgerEntry', rows: made.entries() }
}

function users({ people }: Workload): Row[] {
  const updatedAt = new Date('2016-01-01')
  return [
    { id: people.analyst, name: 'Analyst', email: 'analyst@bench.example', role: 'ANALYST', updatedAt },
    { id: people.reviewer, name: 'Reviewer', email: 'reviewer@bench.example', role: 'REVIEWER', updatedAt },
  ]
}

function* summits(made: Workload): Generator<Row> {
  for (const { bound: _, parties: __, ...row } of made.summits) yield row
}

function* attending(made: Workload): Generator<Row> {
  for (const { id, bound, parties } of made.summits)
    for (const [at, { id: partyId }] of bound.entries())
      yield { summitId: id, partyId, leader: parties[at]?.leader ?? null }
}

function* articles(made: Workload): Generator<Row> {
  for (const { voice, snapshot: _, excerpts: __, ...row } of made.articles)
    yield {
      ...row,
      voicePartyId: voice?.id ?? null,
      language: 'en',
      createdById: made.people.analyst,
    }
}

function* originals(made: Workload): Generator<Row> {
  const seen = new Set<string>()
  for (const { snapshot } of made.articles) {
    const { bytes, bytesSha256 } = snapshot
    if (!seen.has(bytesSha256)) yield { sha256: bytesSha256, packing: 'NONE', bytes, size: bytes.length }
    seen.add(bytesSha256)
  }
}

function* snapshots(made: Workload): Generator<Row> {
  for (const { id, createdAt, snapshot } of made.articles) {
    const { bytes: _, ...row } = snapshot
    yield { ...row, articleId: id, method: 'PASTED', takenById: made.people.analyst, takenAt: createdAt }
  }
}

function* excerpts(made: Workload): Generator<Row> {
  for (const { snapshot, createdAt, excerpts } of made.articles)
    for (const { party, ...row } of excerpts)
      yield {
        ...row,
        snapshotId: snapshot.id,
        partyId: party?.id ?? null,
        quotedById: made.people.analyst,
        quotedAt: createdAt,
      }
}

function* commitments(made: Workload): Generator<Row> {
  for (const each of made.commitments)
    yield {
      id: each.id,
      ref: each.ref,
      summitId: each.summit.id,
      areaId: each.area.id,
      title: each.title,
      text: each.text,
      madeOn: each.madeOn,
      dueOn: each.due?.on ?? null,
      reviewEveryDays: each.reviewEveryDays,
      promisedInId: each.promisedInId,
      recordedAt: each.recordedAt,
    }
}

function* bound(made: Workload): Generator<Row> {
  for (const { id, bound } of made.commitments)
    for (const party of bound) yield { commitmentId: id, partyId: party.id }
}

function* criteria(made: Workload): Generator<Row> {
  for (const { id, criteria } of made.commitments)
    for (const [position, text] of criteria.entries()) yield { commitmentId: id, position, text }
}

function* updates(made: Workload): Generator<Row> {
  for (const { commitment, party, supersedes, withdrawal: _, ...row } of made.updates)
    yield {
      ...row,
      commitmentId: commitment.id,
      partyId: party?.id ?? null,
      supersedesId: supersedes?.id ?? null,
      authorId: made.people.analyst,
      publishedById: made.people.reviewer,
    }
}

function* withdrawals(made: Workload): Generator<Row> {
  for (const { id, withdrawal } of made.updates)
    if (withdrawal)
      yield {
        updateId: id,
        reason: withdrawal.reason,
        withdrawnById: made.people.reviewer,
        withdrawnAt: withdrawal.at,
      }
}

function* evidence(made: Workload): Generator<Row> {
  for (const [at, update] of made.updates.entries())
    for (const [position, { article, excerpt, ...row }] of (made.evidence[at] ?? []).entries())
      yield { ...row, updateId: update.id, position, articleId: article.id, excerptId: excerpt?.id ?? null }
}
