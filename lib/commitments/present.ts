// Commitments as the rows of a table that people take with them.

import type { CommitmentPage } from '#lib/commitments/read.ts'
import type { ExportedCommitment } from '#lib/commitments/search.ts'
import { type Clocks, edtf } from '#lib/dates.ts'
import type { Localised } from '#lib/languages.ts'
import type { EvidenceLine, PublishedUpdate } from '#lib/updates/public.ts'
import { independentPublishers } from '#lib/updates/rules.ts'

export const columns = [
  'ref',
  'summit',
  'area',
  'parties',
  'title_en',
  'title_zh',
  'text_en',
  'text_zh',
  'made_on',
  'due',
  'review_every_days',
  'criteria_en',
  'criteria_zh',
  'status',
  'status_since',
] as const

/** One commitment as the cells of a row, in the order of `columns`. Lists are separated by semicolons, criteria by lines. */
export function rowOf(found: ExportedCommitment): string[] {
  const { ref, summit, area, parties, title, text, madeOn, due, reviewEveryDays, criteria } = found
  // The nth line of each language is the nth criterion: one that is missing leaves its line empty.
  const lines = (language: keyof Localised) =>
    criteria.some((each) => each[language]) ? criteria.map((each) => each[language] ?? '').join('\n') : ''
  return [
    ref,
    summit,
    area,
    parties.join(';'),
    title.en ?? '',
    title.zh ?? '',
    text.en ?? '',
    text.zh ?? '',
    madeOn,
    due ?? '',
    String(reviewEveryDays),
    lines('en'),
    lines('zh'),
    found.status ?? '',
    found.statusSince ?? '',
  ]
}

/** The same as JSON, field by field. */
export function presentCommitment(found: ExportedCommitment) {
  const { ref, summit, area, parties, title, text, madeOn, due, reviewEveryDays, criteria } = found
  const { status, statusSince } = found
  return {
    ref,
    summit,
    area,
    parties,
    title,
    text,
    madeOn,
    due,
    reviewEveryDays,
    criteria,
    status,
    statusSince,
  }
}

/** One commitment with all that was published about it by the two clocks, what no longer counts included. */
export function presentHistory(found: CommitmentPage, updates: PublishedUpdate[], { on, known }: Clocks) {
  const { ref, summit, area, parties, title, text, madeOn, due, reviewEveryDays, promised } = found
  return {
    asOf: { on, known: known.toISOString() },
    commitment: {
      ref,
      summit: summit.slug,
      area: area.slug,
      parties: parties.map(({ code }) => code),
      title,
      text,
      madeOn,
      due: due && edtf(due.on, due.precision),
      reviewEveryDays,
      criteria: found.criteria.map((each) => each.text),
      promisedIn: promised && {
        excerpt: promised.excerptId,
        exact: promised.exact,
        article: promised.articleId,
      },
    },
    updates: updates.map(presentPublished),
  }
}

function presentPublished(update: PublishedUpdate) {
  const { id, party, status, headline, note, withdrawnAt } = update
  return {
    id,
    party: party?.code ?? null,
    status,
    occurred: edtf(update.occurredOn, update.precision),
    headline,
    note,
    publishedAt: update.publishedAt.toISOString(),
    supersedes: update.supersedesId,
    correctionReason: update.correctionReason,
    supersededBy: update.supersededById,
    withdrawal: withdrawnAt && { at: withdrawnAt.toISOString(), reason: update.withdrawnBecause },
    independentPublishers: independentPublishers(update.evidence),
    evidence: update.evidence.map(presentLine),
  }
}

const gradeOf = ({ exact }: EvidenceLine) => (exact ? 'verified quote' : 'citation only')
const publishedOf = ({ publishedOn, precision }: EvidenceLine) => publishedOn && edtf(publishedOn, precision)

function presentLine(evidence: EvidenceLine) {
  const { bearing, locator, exact, translation, speaker, voice, excerptId } = evidence
  const { articleId, title, publisher, address, language } = evidence
  return {
    grade: gradeOf(evidence),
    bearing,
    locator,
    voice,
    article: { id: articleId, title, publisher, published: publishedOf(evidence), address, language },
    excerpt: excerptId && { id: excerptId, exact, translation, speaker },
  }
}

export const historyColumns = [
  ...['ref', 'update', 'party', 'status', 'occurred', 'headline_en', 'headline_zh', 'note_en', 'note_zh'],
  ...['published_at', 'corrects', 'correction_reason', 'corrected_by', 'withdrawn_at', 'withdrawn_because'],
  ...['bearing', 'grade', 'quote', 'translation_en', 'translation_zh', 'speaker', 'voice', 'source'],
  ...['publisher', 'source_published', 'locator', 'source_address', 'article', 'excerpt'],
]

/** The same as rows, in the order of `historyColumns`: one for each piece of evidence of each update. */
export function historyRows({ ref }: { ref: string }, updates: PublishedUpdate[]): string[][] {
  return updates.flatMap((update) =>
    update.evidence.map((evidence) =>
      [...cellsOf(ref, update), ...evidenceCells(evidence)].map((cell) => cell ?? ''),
    ),
  )
}

function cellsOf(ref: string, update: PublishedUpdate) {
  const { id, party, status, headline, note, supersedesId, correctionReason, supersededById } = update
  return [
    ...[ref, id, party?.code, status, edtf(update.occurredOn, update.precision)],
    ...[headline.en, headline.zh, note.en, note.zh, update.publishedAt.toISOString()],
    ...[supersedesId, correctionReason, supersededById],
    ...[update.withdrawnAt?.toISOString(), update.withdrawnBecause],
  ]
}

function evidenceCells(evidence: EvidenceLine) {
  const { bearing, exact, translation, speaker, voice, title, publisher, locator, address } = evidence
  return [
    ...[
      bearing,
      gradeOf(evidence),
      exact,
      translation?.en,
      translation?.zh,
      speaker,
      voice,
      title,
      publisher,
    ],
    ...[publishedOf(evidence), locator, address, evidence.articleId, evidence.excerptId],
  ]
}
